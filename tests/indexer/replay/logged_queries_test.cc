#include "indexer/replay/logged_queries.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/store/event_table.h"
#include "core/store/store.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/insights/day_scenario.h"

namespace kb {
namespace {

using insights::kMonday;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class LoggedQueriesTest : public testing::Test {
 protected:
  LoggedQueriesTest() {
    auto opened = store::Store::open("sqlite:" + (folder_.path() / "kb.db").string(),
                                     store::Store::Access::write);
    EXPECT_TRUE(opened) << to_line(opened.error());
    if (opened) store_ = std::move(*opened);
  }

  void happened(const std::string& lines) {
    const auto done = store_->write([&](store::Sql& sql) {
      return store::put_batch(sql, {.id = "a", .events = insights::happened(lines)});
    });
    ASSERT_TRUE(done) << to_line(done.error());
  }

  std::int64_t gap(const std::string& label, const std::vector<std::string>& questions,
                   store::GapState state = store::GapState::open) {
    store::Gap gap{.lang = "pl", .label = label, .state = state};
    for (const auto& question : questions) gap.questions.push_back({question});
    const auto id =
        store_->write([&](store::Sql& sql) { return store::add_gap(sql, gap, {.what = "found"}); });
    EXPECT_TRUE(id) << to_line(id.error());
    return id.value_or(0);
  }

  Result<LoggedQueries> logged(LoggedSelection selection = {}) {
    selection.from_day = kMonday;
    return store_->read([&](store::Sql& sql) { return read_logged_queries(sql, selection); });
  }

  TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_;
};

TEST_F(LoggedQueriesTest, AreThoseThatWereAnswered) {
  happened(R"(
    10:00:00 v1 searched lang=en text='Refund' outcome=results value=3 query=q1
    10:00:10 v1 clicked lang=en object=en/billing/invoice query=q1
    10:00:20 v1 clicked lang=en object=en/billing/refund query=q1
    11:00:00 v2 searched lang=en text='refund ' outcome=results value=3 query=q2
    11:00:10 v2 clicked lang=en object=en/billing/refund query=q2
    12:00:00 v3 searched lang=en text='refund' outcome=results value=3 query=q3
    12:10:00 v4 searched lang=en text='hub' outcome=results value=1 query=q4
    12:10:05 v4 clicked lang=en object=en/hub query=q4
  )");
  const auto found = logged({.shown_from = 3});
  ASSERT_TRUE(found) << to_line(found.error());
  EXPECT_THAT(found->gaps, IsEmpty());
  EXPECT_THAT(found->queries,
              ElementsAre(ReplayQuery{
                  .text = "Refund", .lang = "en", .expected = "en/billing/refund", .visitors = 3}))
      << "one visitor alone opened the hub's";
  EXPECT_THAT(logged({.shown_from = 4})->queries,
              ElementsAre(testing::Field(&ReplayQuery::is_shown, false)));
  EXPECT_THAT(logged({.most_answered = 0})->queries, IsEmpty());
}

TEST_F(LoggedQueriesTest, AreTheQuestionsOfGapsInWork) {
  happened(R"(
    10:00:00 v1 searched lang=pl text='Zwrot kosztów' outcome=none
    11:00:00 v2 searched lang=pl text='zwrot kosztów' outcome=none
  )");
  const auto id = gap("zwrot kosztów", {"zwrot kosztów", "oddajcie pieniądze"});
  gap("dawno", {"dawno temu"}, store::GapState::verified);
  const auto found = logged({.shown_from = 2});
  ASSERT_TRUE(found) << to_line(found.error());
  ASSERT_EQ(found->gaps.size(), 1U);
  EXPECT_EQ(found->gaps[0].label, "zwrot kosztów");
  EXPECT_THAT(
      found->queries,
      testing::UnorderedElementsAre(
          ReplayQuery{.text = "Zwrot kosztów", .lang = "pl", .gap = id, .visitors = 2},
          ReplayQuery{.text = "oddajcie pieniądze", .lang = "pl", .gap = id, .is_shown = false}));
}

TEST_F(LoggedQueriesTest, AreOfOneGapWhereItIsNamed) {
  const auto one = gap("a", {"aa"});
  const auto done = gap("b", {"bb"}, store::GapState::verified);
  EXPECT_EQ(logged({.gap = one})->gaps.size(), 1U);
  EXPECT_EQ(logged({.gap = done})->queries.front().text, "bb") << "whatever its state";
  EXPECT_THAT(logged({.gap = 99}).error().what, HasSubstr("there is no gap 99"));
}

TEST_F(LoggedQueriesTest, OfTheTeamDoNotCount) {
  happened(R"(
    10:00:00 staff searched lang=en text=refund outcome=results value=3
    10:00:10 v0 searched lang=en text=refund outcome=results value=3 query=q0
    10:00:20 v0 clicked lang=en object=en/billing/refund query=q0
  )");
  EXPECT_THAT(logged()->queries, IsEmpty());
}

}  // namespace
}  // namespace kb
