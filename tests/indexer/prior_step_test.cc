#include "indexer/prior_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include "core/base/durable_file.h"
#include "core/store/rollup_table.h"
#include "core/store/store.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::int64_t kToday = 20'454;  // of SiteInFolder::kStart

class PriorStep : public testing::Test {
 protected:
  PriorStep() {
    site_.config.store.url = "sqlite:" + store_file().string();
    for (const char* id : {"a", "b"})
      site_.write("en/" + std::string(id) + ".md", "# Refund\n\nMoney back within 14 days.\n");
  }

  std::filesystem::path store_file() const { return site_.folder() / "kb.db"; }

  void put(std::int64_t day, const std::vector<std::pair<std::string, std::int64_t>>& votes,
           std::string part = "article") {
    std::vector<store::RollupCell> cells;
    for (const auto& [what, count] : votes) {
      const auto space = what.find(' ');
      cells.push_back({.day = day,
                       .part = part,
                       .lang = "en",
                       .category = {},
                       .channel = {},
                       .object = what.substr(0, space),
                       .counter = what.substr(space + 1),
                       .value = count});
    }
    auto opened = store::Store::open(site_.config.store.url, store::Store::Access::write);
    ASSERT_TRUE(opened) << to_line(opened.error());
    const auto done = (*opened)->write(
        [&](store::Sql& sql) { return store::put_day(sql, {.day = day, .last = 1}, cells); });
    ASSERT_TRUE(done) << to_line(done.error());
  }

  // Readers much preferred the second article.
  void prefer_b(std::int64_t day = kToday - 1) {
    put(day, {{"en/a votes_no", 60}, {"en/a votes_yes", 20}, {"en/b votes_yes", 80}});
  }

  std::string prior() const {
    return read_file(site_.live()->folder() / index::kRankingPriorFile).value_or("no prior");
  }

  SiteInFolder site_;
};

TEST_F(PriorStep, WithoutAStoreNothingIsTaughtAndNoneIsMade) {
  site_.must_build_cleanly();
  EXPECT_EQ(prior(), "no prior");
  EXPECT_FALSE(std::filesystem::exists(store_file()));
}

TEST_F(PriorStep, WithoutSumsNothingIsTaught) {
  put(kToday - 1, {});
  site_.must_build_cleanly();
  EXPECT_EQ(prior(), "no prior");
}

TEST_F(PriorStep, WhatReadersPreferComesFirst) {
  site_.must_build_cleanly();
  EXPECT_THAT(site_.found("refund"), ElementsAre("en/a", "en/b"));
  prefer_b();
  EXPECT_TRUE(site_.must_build_cleanly().published);
  EXPECT_EQ(prior(), "0.990\ten/a\n1.010\ten/b\n");
  EXPECT_THAT(site_.found("refund"), ElementsAre("en/b", "en/a"));
}

TEST_F(PriorStep, AFullBuildComesToTheSame) {
  prefer_b();
  site_.must_build_cleanly();
  const auto before = prior();
  const auto content = site_.live()->manifest().content;
  site_.must_build(/*full=*/true);
  EXPECT_EQ(prior(), before);
  EXPECT_EQ(site_.live()->manifest().content, content);
}

struct Day {
  std::int64_t day;
  bool counts;
};
class PriorDays : public PriorStep, public testing::WithParamInterface<Day> {};

TEST_P(PriorDays, AreTheNinetyBeforeToday) {
  prefer_b(GetParam().day);
  site_.must_build_cleanly();
  EXPECT_EQ(prior() != "no prior", GetParam().counts);
}

INSTANTIATE_TEST_SUITE_P(Cases, PriorDays,
                         testing::Values(Day{kToday, false}, Day{kToday - 1, true},
                                         Day{kToday - 90, true}, Day{kToday - 91, false}));

TEST_F(PriorStep, TodayBeginsWhereTheSiteIs) {
  site_.config.insights.time_zone = "America/New_York";  // there it is still the day before
  prefer_b(kToday - 1);
  site_.must_build_cleanly();
  EXPECT_EQ(prior(), "no prior");
}

TEST_F(PriorStep, OtherSumsTeachNothing) {
  put(kToday - 1, {{"en/a votes_no", 60}, {"en/b votes_yes", 80}}, "query");
  put(kToday - 2, {{"en/a of_later_versions", 60}, {"en/b of_later_versions", 80}});
  site_.must_build_cleanly();
  EXPECT_EQ(prior(), "no prior");
}

ino_t file_number(const std::filesystem::path& file) {
  struct stat facts {};
  EXPECT_EQ(::stat(file.c_str(), &facts), 0) << file;
  return facts.st_ino;
}

TEST_F(PriorStep, ANewPriorCostsOneFileAndNoiseNothing) {
  site_.must_build_cleanly();
  const auto records = [&] { return site_.live()->folder() / "en.public" / index::kRecordsFile; };
  const auto before = file_number(records());
  const auto content = site_.live()->manifest().content;
  prefer_b();
  const auto taught = site_.must_build_cleanly();
  EXPECT_TRUE(taught.published);
  EXPECT_EQ(taught.files_read, 0U);
  EXPECT_EQ(file_number(records()), before);
  EXPECT_NE(site_.live()->manifest().content, content);

  EXPECT_FALSE(site_.must_build_cleanly().published);
  put(kToday - 2, {{"en/a votes_no", 1}, {"en/b votes_yes", 1}});
  EXPECT_FALSE(site_.must_build_cleanly().published);

  site_.clock.advance(std::chrono::hours{24 * 90});
  EXPECT_TRUE(site_.must_build_cleanly().published);
  EXPECT_EQ(prior(), "no prior");
}

TEST_F(PriorStep, AStoreThatCannotBeReadLeavesTheRankingAsItWas) {
  prefer_b();
  site_.must_build_cleanly();
  const auto before = prior();
  ASSERT_TRUE(write_durably(store_file(), "this is no database, but long enough to look at ....."));
  site_.write("en/c.md", "# Parcels\n\nHow they travel.\n");
  EXPECT_THAT(site_.must_build().problems, SizeIs(1));
  EXPECT_EQ(prior(), before);
}

TEST_F(PriorStep, AnUnknownTimeZoneIsAProblemAndLeavesTheRankingAsItWas) {
  prefer_b();
  site_.must_build_cleanly();
  const auto before = prior();
  site_.config.insights.time_zone = "Europe/Bukarest";
  site_.write("en/c.md", "# Parcels\n\nHow they travel.\n");
  EXPECT_THAT(lines_of(site_.must_build().problems), ElementsAre(HasSubstr("Bukarest")));
  EXPECT_EQ(prior(), before);
}

}  // namespace
}  // namespace kb
