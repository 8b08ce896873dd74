#include "core/insights/session_split.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

std::vector<std::size_t> lengths(const std::string& text) {
  const auto events = happened(text);
  const auto ordered = in_order(events);
  std::vector<std::size_t> lengths;
  for (const EventRow session : sessions_of(ordered)) lengths.push_back(session.size());
  return lengths;
}

TEST(SessionSplit, CutsWhereMoreThanHalfAnHourIsEmpty) {
  EXPECT_THAT(lengths(""), testing::IsEmpty());
  EXPECT_THAT(lengths(R"(
    10:00:00 v1 page_viewed
    10:30:00 v1 page_viewed
    11:00:01 v1 page_viewed
    11:00:01 v1 searched)"),
              testing::ElementsAre(2, 2));
}

TEST(SessionSplit, LeavesOutWhatIsInNoSession) {
  EXPECT_THAT(lengths(R"(
    10:00:00 v0 page_viewed
    10:00:00 staff page_viewed
    10:00:00 v1 ticket_resolved value=7
    10:00:00 v1 article_linked object=pl/a/b
    10:00:00 v1 page_viewed)"),
              testing::ElementsAre(1));
}

// What was done on a page is sent on leaving it, so it comes with the request for the next one.
TEST(SessionSplit, PutsWhatWasReadBeforeTheNextPage) {
  const auto events = happened(R"(
    10:00:09 v1 searched text=b
    10:00:09 v1 page_viewed object=home
    10:00:09 v1 voted object=pl/a/b
    10:00:09 v1 read object=pl/a/b
    10:00:00 v1 searched text=a)");
  std::vector<store::Action> actions;
  for (const store::Event* event : in_order(events)) actions.push_back(event->action);
  using store::Action;
  EXPECT_THAT(actions, testing::ElementsAre(Action::searched, Action::read, Action::voted,
                                            Action::page_viewed, Action::searched));
}

TEST(SessionSplit, KnowsArticlesFromOtherPages) {
  EXPECT_TRUE(is_article("pl/billing/refund"));
  EXPECT_TRUE(is_article("pl/refund"));
  for (const auto* page : {"", "home", "pl/", "/refund", "/"}) EXPECT_FALSE(is_article(page));
}

}  // namespace
}  // namespace kb::insights
