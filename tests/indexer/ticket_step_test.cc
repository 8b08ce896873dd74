#include "indexer/ticket_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/ticket_table.h"
#include "indexer/build.h"
#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string line(int id, const std::string& lang, const std::string& question) {
  return "{\"id\":\"" + std::to_string(id) + "\",\"lang\":\"" + lang +
         "\",\"created\":\"2026-06-03T08:14:00Z\",\"status\":\"solved\",\"question\":\"" +
         question + "\",\"answer\":\"You get it back within fourteen days.\"}\n";
}

class TicketStepTest : public testing::Test {
 protected:
  TicketStepTest() {
    folder_.write("articles/en/a.md", "# Shipping\n\nHow parcels travel.\n");
    config_.index.path = folder_.path() / "index";
    config_.store.url = "sqlite:" + (folder_.path() / "var/kb.db").string();
    config_.sources.resize(1);
    config_.sources[0].path = folder_.path() / "articles";
  }

  void add_ticket_source() {
    SourceConfig source;
    source.kind = SourceKind::tickets;
    source.path = folder_.path() / "tickets";
    source.name = "desk";
    config_.sources.push_back(source);
  }

  BuildReport build_site(bool full = false) {
    const SystemClock clock;
    Progress silent(stderr, Progress::Style::silent);
    auto report = build(config_, {.clock = clock, .full = full, .workers = 2}, silent);
    EXPECT_TRUE(report) << to_line(report.error());
    return report ? std::move(*report) : BuildReport();
  }

  std::shared_ptr<const index::Generation> live() const {
    auto generation = index::Generation::open_current(config_.index.path);
    return generation ? *generation : nullptr;
  }

  TemporaryFolder folder_;
  Config config_;
};

TEST_F(TicketStepTest, WithoutTicketsNoStoreIsMade) {
  EXPECT_TRUE(build_site().published);
  EXPECT_FALSE(std::filesystem::exists(folder_.path() / "var"));
  EXPECT_THAT(live()->ticket_languages(), IsEmpty());
}

TEST_F(TicketStepTest, TicketsComeIntoTheStoreAndTheIndex) {
  add_ticket_source();
  folder_.write("tickets/a.jsonl",
                line(1, "en", "Where is my refund?") + line(2, "pl", "Gdzie jest mój zwrot?"));
  EXPECT_THAT(build_site().problems, IsEmpty());
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("en", "pl"));
  EXPECT_EQ(live()->manifest().tickets_mark, 1U);
  EXPECT_THAT(live()->languages(Audience::agents), ElementsAre("en"));  // of articles

  EXPECT_FALSE(build_site().published);

  folder_.write("tickets/b.jsonl", line(3, "de", "Wo ist mein Geld?"));
  EXPECT_TRUE(build_site().published);
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("de", "en", "pl"));
  EXPECT_EQ(live()->manifest().tickets_mark, 2U);
  EXPECT_FALSE(build_site().published);
  EXPECT_TRUE(build_site(/*full=*/true).published);
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("de", "en", "pl"));
}

TEST_F(TicketStepTest, ATicketThatChangesItsLanguageMoves) {
  add_ticket_source();
  folder_.write("tickets/a.jsonl", line(1, "en", "Where is my refund?"));
  build_site();
  folder_.write("tickets/a.jsonl", line(1, "pl", "Gdzie jest mój zwrot?"));
  build_site();
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("pl"));
}

TEST_F(TicketStepTest, BadTicketsAreProblemsOfTheBuild) {
  add_ticket_source();
  folder_.write("tickets/a.jsonl", line(1, "en", "Where is my refund?") + "{broken}\n");
  const BuildReport report = build_site();
  ASSERT_THAT(report.problems, SizeIs(1));
  EXPECT_THAT(to_line(report.problems[0]), HasSubstr("tickets/a.jsonl:2: broken JSON"));
  EXPECT_TRUE(report.published);
}

TEST_F(TicketStepTest, AStoreThatIsInUseLeavesArticlesAlone) {
  add_ticket_source();
  folder_.write("tickets/a.jsonl", line(1, "en", "Where is my refund?"));
  {
    auto held = store::Store::open(config_.store.url, store::Store::Access::write);
    ASSERT_TRUE(held) << to_line(held.error());
    const BuildReport report = build_site();
    ASSERT_THAT(report.problems, SizeIs(1));
    EXPECT_THAT(to_line(report.problems[0]), HasSubstr("in use"));
    EXPECT_TRUE(report.published);
  }
  EXPECT_THAT(build_site().problems, IsEmpty());
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("en"));
}

TEST_F(TicketStepTest, AStoreThatCannotBeReadKeepsWhatAgentsFind) {
  add_ticket_source();
  folder_.write("tickets/a.jsonl", line(1, "en", "Where is my refund?"));
  build_site();
  folder_.write("var/kb.db", "this is no database, but long enough to be looked at as one ......");
  folder_.write("articles/en/b.md", "# Returns\n\nHow parcels come back.\n");
  const BuildReport report = build_site();
  EXPECT_FALSE(report.problems.empty());
  EXPECT_TRUE(report.published);
  EXPECT_THAT(live()->ticket_languages(), ElementsAre("en"));
}

}  // namespace
