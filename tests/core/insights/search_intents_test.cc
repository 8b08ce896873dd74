#include "core/insights/search_intents.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

// "zwrot: 2 events, 1 clicks; karta: 1 events, 0 clicks, reformulated"
std::string intents_of(const std::string& text) {
  const auto events = happened(text);
  const auto ordered = in_order(events);
  std::string told;
  for (const SearchIntent& intent : searches_of(ordered).intents) {
    told += (told.empty() ? "" : "; ") + intent.text() + ": " +
            std::to_string(intent.events.size()) + " events, " +
            std::to_string(intent.clicks.size()) + " clicks";
    if (intent.is_reformulated) told += ", reformulated";
  }
  return told;
}

struct Case {
  std::string events, intents;
};
class SearchIntents : public testing::TestWithParam<Case> {};

TEST_P(SearchIntents, AreWhatWasMeant) {
  EXPECT_EQ(intents_of(GetParam().events), GetParam().intents);
}

INSTANTIATE_TEST_SUITE_P(
    Typing, SearchIntents,
    testing::Values(Case{"", ""},
                    Case{"10:00:00 v1 suggested text=zw\n10:00:30 v1 suggested text=zwrot",
                         "zwrot: 2 events, 0 clicks"},
                    Case{"10:00:00 v1 suggested text=zw\n10:00:31 v1 suggested text=zwrot",
                         "zw: 1 events, 0 clicks, reformulated; zwrot: 1 events, 0 clicks"},
                    // Letters taken back after the search do not change what was searched.
                    Case{"10:00:00 v1 searched text=zwrot\n10:00:05 v1 suggested text=zw",
                         "zwrot: 2 events, 0 clicks"},
                    Case{"10:00:00 v1 searched text=Płać\n10:20:00 v1 searched text=' plac '",
                         " plac : 2 events, 0 clicks"},
                    Case{"10:00:00 v1 searched text=zwrot\n10:00:05 v1 searched text=karta",
                         "zwrot: 1 events, 0 clicks, reformulated; karta: 1 events, 0 clicks"}));

INSTANTIATE_TEST_SUITE_P(
    Clicks, SearchIntents,
    testing::Values(
        // Named by its query id, wherever it comes.
        Case{R"(10:00:00 v1 searched text=zwrot query=q1
                10:00:10 v1 searched text=karta query=q2
                10:00:20 v1 clicked object=pl/a query=q1)",
             "zwrot: 1 events, 1 clicks; karta: 1 events, 0 clicks"},
        Case{R"(10:00:00 v1 searched text=zwrot detail='{"shown":["pl/a"]}'
                10:00:20 v1 clicked object=pl/a query=forgotten
                10:00:21 v1 clicked object=pl/a
                10:00:30 v1 searched text=karta detail='{"shown":["pl/a"]}'
                10:00:40 v1 clicked object=pl/a)",
             "zwrot: 1 events, 1 clicks; karta: 1 events, 1 clicks"},
        // A click of no search still is something else than other words at once.
        Case{R"(10:00:00 v1 searched text=zwrot
                10:00:20 v1 clicked object=pl/a
                10:00:30 v1 searched text=karta)",
             "zwrot: 1 events, 0 clicks; karta: 1 events, 0 clicks"}));

TEST(SearchIntent, ShowsWhatItsFinalWordsFound) {
  const auto events = happened(R"(
    10:00:00 v1 searched text=zw detail='{"shown":["pl/x"]}'
    10:00:01 v1 searched text=zwrot outcome=results detail='{"shown":["pl/a","pl/b"]}'
    10:00:20 v1 searched text=zwrot outcome=results detail='{"page":2,"shown":["pl/b","pl/c"]}')");
  const auto ordered = in_order(events);
  const Searches searches = searches_of(ordered);
  ASSERT_EQ(searches.intents.size(), 1);
  EXPECT_EQ(searches.intents[0].shown, (std::vector<std::string>{"pl/a", "pl/b", "pl/c"}));
  EXPECT_EQ(searches.intents[0].decides, ordered[1]);
}

TEST(QueryForm, IsFoldedInCaseAndShort) {
  EXPECT_EQ(query_form("  Zwrot\t KOSZTÓW "), "zwrot kosztów");
  EXPECT_EQ(query_form(std::string(199, 'a') + "ó"), std::string(199, 'a'));
}

}  // namespace
}  // namespace kb::insights
