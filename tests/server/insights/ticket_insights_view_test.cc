#include "server/insights/ticket_insights_view.h"

#include <gmock/gmock.h>

#include <set>

#include "tests/core/insights/scenario.h"

namespace kb {
namespace {

using insights::at;
using insights::Scenario;
using insights::TicketReport;

const page::Texts& ticket_view_texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  return loaded.value();
}

class TicketView : public testing::Test {
 protected:
  static TicketReport week(Scenario& scenario) {
    return report_tickets(scenario.figure_tickets(),
                          {.period = insights::period("2026-03-02", "2026-03-08"),
                           .now = at("2026-03-09T12:00:00Z"),
                           .by = insights::Dimension::team,
                           .targets = {{"", {60, 0}}}});
  }
  static Scenario some() {
    Scenario scenario;
    scenario.add("2026-02-01T09:00:00Z").topic = "hub";
    auto& solved = scenario.add_solved("2026-03-03T09:00:00Z", "2026-03-03T11:00:00Z");
    solved.topic = "refund";
    solved.team = "orders";
    solved.satisfaction = 4;
    solved.links = {{"en", "billing/refund", ""}};
    scenario.add("2026-03-04T09:00:00Z").type = TicketType::bug;
    return scenario;
  }
  page::LanguageTexts texts(std::string_view lang = "en") const {
    return ticket_view_texts().in(lang);
  }
  static const page::InsightTable& table(const std::vector<page::InsightTable>& tables,
                                         std::string_view key) {
    for (const auto& each : tables)
      if (each.key == key) return each;
    throw std::runtime_error("no table " + std::string(key));
  }
};

TEST_F(TicketView, HasFullRowsAndKeysOfTheirOwn) {
  auto scenario = some();
  std::set<std::string> keys;
  for (const auto& each : ticket_tables(week(scenario), texts())) {
    EXPECT_TRUE(keys.insert(each.key).second) << each.key;
    for (const auto& row : each.rows) EXPECT_EQ(row.cells.size(), each.columns.size()) << each.key;
  }
  EXPECT_THAT(keys, testing::IsSupersetOf({"volume", "forecast", "times", "breaches", "types",
                                           "topics", "satisfaction", "articles", "figures", "plans",
                                           "groups", "types-over-time"}));
}

TEST_F(TicketView, TellsWhatCameInAndHowLongItTook) {
  auto scenario = some();
  const auto all = ticket_tables(week(scenario), texts());
  const auto& tuesday = table(all, "volume").rows.at(1);
  EXPECT_EQ(tuesday.day, "2026-03-03");
  EXPECT_EQ(tuesday.cells[0].value, 1);
  EXPECT_EQ(tuesday.cells[1].value, 1);
  EXPECT_EQ(tuesday.cells[2].value, 1) << "that of February is open";
  EXPECT_EQ(table(all, "times").rows.at(1).cells[0].value, 2) << "hours";
  EXPECT_EQ(table(all, "times").rows.at(1).cells[0].text, "2.0 h");
  EXPECT_FALSE(table(all, "times").rows.at(0).cells[0].value);
  EXPECT_EQ(table(all, "satisfaction").rows.at(1).cells[0].text, "4.00");
}

TEST_F(TicketView, NamesTypesAndTrends) {
  auto scenario = some();
  const auto all = ticket_tables(week(scenario), texts(), "/help");
  std::set<std::string> types;
  for (const auto& row : table(all, "types").rows) types.insert(row.label);
  EXPECT_THAT(types, testing::IsSupersetOf({"Question", "Bug"}));
  const auto& topics = table(all, "topics");
  EXPECT_EQ(topics.rows.front().work.url, "/help/writer/gaps");
}

TEST_F(TicketView, HasAllItsWordsInEveryLanguage) {
  auto scenario = some();
  const auto report = week(scenario);
  for (const auto& lang : {"ar", "de", "ja", "pl"})
    for (const auto& each : ticket_tables(report, texts(lang))) {
      EXPECT_THAT(each.title, testing::Not(testing::HasSubstr("tickets."))) << lang;
      for (const auto& column : each.columns)
        EXPECT_THAT(column.text, testing::Not(testing::HasSubstr("tickets."))) << lang;
    }
}

TEST_F(TicketView, IsNoneWithoutTickets) {
  Scenario none;
  EXPECT_TRUE(ticket_tables(week(none), texts()).empty());
  EXPECT_TRUE(ticket_notes(week(none), texts()).empty());
}

TEST_F(TicketView, SaysWhatIsNotKnown) {
  Scenario scenario;
  scenario.add("2026-03-04T09:00:00Z");
  const auto notes = ticket_notes(week(scenario), texts());
  ASSERT_EQ(notes.size(), 3u);
  EXPECT_THAT(notes[0], testing::HasSubstr("March 4, 2026"));
  EXPECT_THAT(notes[1], testing::HasSubstr("nothing to compare with"));
  EXPECT_THAT(notes[2], testing::HasSubstr("No forecast yet"));
}

}  // namespace
}  // namespace kb
