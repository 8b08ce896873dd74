// What can go wrong around a build: files that nobody should have written, a full disk, a damaged
// index, a kill at any moment. Whatever happens, the live generation answers.

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <random>

#include "tests/indexer/sample_content.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

struct HostileFile {
  std::string name, text;
};
class BuildOfHostileFiles : public testing::TestWithParam<HostileFile> {};
TEST_P(BuildOfHostileFiles, IsQuickAndPublishesTheRest) {
  SiteInFolder site;
  site.write("en/good.md", article("Good", "refund"));
  site.write("en/hostile.md", GetParam().text);
  const auto start = std::chrono::steady_clock::now();
  const auto report = site.must_build();
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_THAT(lines_of(report.problems), ElementsAre(HasSubstr("hostile.md")));
  EXPECT_THAT(site.found("refund"), ElementsAre("en/good"));
  // The limit for one file is 1 s; the rest is for sanitizers and busy machines.
  EXPECT_LT(took.count(), 5);
  RecordProperty("milliseconds", static_cast<int>(took.count() * 1000));
}

std::string repeated(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Files, BuildOfHostileFiles,
    testing::Values(HostileFile{"deep_quotes", repeated("> ", 100'000) + "x\n"},
                    HostileFile{"wide_table",
                                repeated("|a", 40'000) + "|\n" + repeated("|-", 40'000) + "|\n"},
                    HostileFile{"large", std::string(50 << 20, 'x')},
                    HostileFile{"not_utf8", "# A\n\n\xFF\xFE broken\n"}, HostileFile{"empty", ""}),
    [](const auto& file) { return file.param.name; });

// Any write beyond a size fails as on a full disk, and comes as an Error, not as a signal.
TEST(BuildFaults, LeavesTheLiveGenerationWhereTheDiskIsFull) {
  SiteInFolder site;
  write_many(site, 20);
  site.must_build();
  write_many(site, 300);
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  for (const rlim_t bytes : {0UL, 1UL << 10, 16UL << 10, 64UL << 10}) {
    const rlimit small{bytes, before.rlim_max};
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto report = site.build();
    ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
    EXPECT_FALSE(report) << "with " << bytes << " bytes";
    EXPECT_EQ(site.live()->number(), 1U);
    EXPECT_EQ(site.articles().size(), 20U);
    EXPECT_FALSE(fs::exists(site.index() / "gen-000002"));
  }
  std::signal(SIGXFSZ, handler);
  site.must_build();
  EXPECT_EQ(site.articles().size(), 300U);
}

TEST(BuildFaults, StartsAnewWhereTheIndexIsDamaged) {
  SiteInFolder site;
  write_many(site, 10);
  site.must_build();
  fs::resize_file(site.index() / "gen-000001" / "sources.state", 7);
  site.write("en/new.md", article("New", "Text."));
  EXPECT_EQ(site.must_build().files_read, 11U);
  std::ofstream(site.index() / "CURRENT") << "rubbish";
  EXPECT_EQ(site.must_build().files_read, 11U);
  EXPECT_EQ(site.articles().size(), 11U);
}

// How many builds to kill; 200 are a good night's rest: KB_KILLS=200 indexer_tests --gtest_filter=…
int kills_wanted() {
  const char* wanted = std::getenv("KB_KILLS");
  return wanted == nullptr ? 15 : std::atoi(wanted);
}

TEST(BuildFaults, SurvivesBeingKilledAtAnyMoment) {
  SiteInFolder site;
  write_many(site, 90);
  const auto start = std::chrono::steady_clock::now();
  site.must_build();
  const auto whole = std::chrono::steady_clock::now() - start;
  std::mt19937_64 random(7);
  std::uniform_int_distribution<std::int64_t> moment(
      0, std::chrono::duration_cast<std::chrono::microseconds>(whole).count() * 5 / 4);
  int finished = 0;
  for (int round = 0; round < kills_wanted(); ++round) {
    site.write("en/round.md", article("Round " + std::to_string(round), "refund"));
    site.write("ro/round.md", article("Round " + std::to_string(round), "refund"));
    site.write("en/pictured.md", article("P" + std::to_string(round), "![p](p.svg)"));
    site.write("en/p.svg", "<svg>" + std::to_string(round) + "</svg>");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      ::dup2(::open("/dev/null", O_WRONLY | O_CLOEXEC), STDOUT_FILENO);
      ::dup2(STDOUT_FILENO, STDERR_FILENO);
      ::execl(KB_INDEX_PROGRAM, "kb-index", "build", round % 2 == 0 ? "--full" : "--json",
              "--config", site.write_config().c_str(), static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::usleep(static_cast<useconds_t>(moment(random)));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_FALSE(WIFEXITED(status) && WEXITSTATUS(status) != 0) << WEXITSTATUS(status);
    if (WIFEXITED(status)) ++finished;
    ASSERT_GE(site.articles().size(), 90U) << "after kill " << round;
    ASSERT_THAT(site.found("refund"), Not(IsEmpty())) << "after kill " << round;
    ASSERT_NE(site.html("en", "topic1/page1"), "") << "after kill " << round;
    const auto generation = site.live();
    for (const auto& [symbolic, file] : generation->files().all())
      ASSERT_TRUE(fs::exists(generation->stored_path(file))) << symbolic << " after " << round;
  }
  RecordProperty("finished_before_the_kill", finished);
  site.must_build_cleanly();
  const auto incremental = contents_of(site);
  site.must_build(/*full=*/true);
  expect_same(contents_of(site), incremental);
  std::size_t generations = 0;
  for (const auto& entry : fs::directory_iterator(site.index()))
    generations += entry.path().filename().string().starts_with("gen-") ? 1 : 0;
  EXPECT_LE(generations, static_cast<std::size_t>(site.config.index.keep) + 1);
}

}  // namespace
}  // namespace kb
