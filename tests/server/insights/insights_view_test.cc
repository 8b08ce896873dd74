#include "server/insights/insights_view.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "tests/core/insights/visit_scenario.h"

namespace kb {
namespace {

using insights::VisitWish;
using insights::week_of_visits;
using insights::week_wish;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const page::Texts& site_texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  return loaded.value();
}

std::vector<page::InsightTable> tables(const insights::VisitSums& sums, const VisitWish& wish) {
  return insight_tables(report_visits(sums, wish), site_texts().in("en"));
}

const page::InsightTable& table(const std::vector<page::InsightTable>& tables,
                                const std::string& key) {
  const auto found =
      std::find_if(tables.begin(), tables.end(), [&](const auto& each) { return each.key == key; });
  if (found == tables.end()) throw std::runtime_error("no table " + key);
  return *found;
}

const page::InsightRow& row(const page::InsightTable& table, const std::string& label) {
  const auto found = std::find_if(table.rows.begin(), table.rows.end(),
                                  [&](const auto& each) { return each.label == label; });
  if (found == table.rows.end()) throw std::runtime_error("no row " + label);
  return *found;
}

std::vector<std::string> texts_of(const page::InsightRow& row) {
  std::vector<std::string> texts;
  for (const auto& cell : row.cells) texts.push_back(cell.text);
  return texts;
}

TEST(InsightTables, HaveEachFigureWithItsMeaning) {
  const auto all = tables(week_of_visits(), week_wish());
  const auto& contact = table(all, "contact");
  EXPECT_THAT(
      texts_of(row(contact, "Deflection")),
      ElementsAre("25.0 % to 50.0 %*", "1 to 2 of 4", "4.6 % to 85.0 %", "–", "0 to 0 of 0"));
  EXPECT_EQ(contact.meanings.size(), contact.rows.size());
  EXPECT_THAT(contact.meanings[2].text, HasSubstr("The truth lies between the two."));
}

// Definitions came in English whatever language the writer had chosen.
TEST(InsightTables, SayWhatFiguresMeanInTheWritersLanguage) {
  const auto report = report_visits(week_of_visits(), week_wish());
  const auto all = insight_tables(report, site_texts().in("pl"));
  const auto& searches = table(all, "search").meanings[1];
  EXPECT_EQ(searches.label, "Wyszukiwania bez wyników");
  EXPECT_EQ(searches.text,
            "Wyszukiwania bez wyników ÷ wyszukiwania; błędy liczone są osobno. → Nieudane "
            "zapytania: trzeba napisać to, czego brakuje, lub dodać synonim.");
}

TEST(InsightTables, HaveAKeyOfTheirOwnAndFullRows) {
  auto sums = week_of_visits();
  sums.groups["en"].now.add(insights::Counter::sessions, 3);
  auto wish = week_wish();
  wish.by = insights::VisitDimension::lang;
  std::set<std::string> keys;
  for (const auto& each : tables(sums, wish)) {
    EXPECT_TRUE(keys.insert(each.key).second) << each.key;
    for (const auto& line : each.rows) EXPECT_EQ(line.cells.size(), each.columns.size());
  }
  EXPECT_THAT(
      keys, testing::IsSupersetOf({"work", "contact", "search", "visits", "answers", "surveys",
                                   "funnel", "entries", "searches-to-answer", "channels", "groups",
                                   "series", "top-queries", "failing-queries"}));
}

TEST(InsightTables, ShowWhatPeopleTypedAsTheyTypedIt) {
  const auto all = tables(week_of_visits(), week_wish());
  const auto& query = row(table(all, "top-queries"), "late parcel");
  EXPECT_EQ(query.lang, "en");
  EXPECT_FALSE(query.is_words);
  EXPECT_THAT(texts_of(query), ElementsAre("English", "7", "0", "0", "3", "0"));
  EXPECT_EQ(table(all, "failing-queries").note,
            "Queries of fewer than 2 visitors are not shown (here 1).");
}

// What people can do something about comes before figures of size alone.
TEST(InsightTables, BeginWithWhatToWorkOn) {
  const auto report = report_visits(week_of_visits(), week_wish());
  const auto all = insight_tables(report, site_texts().in("en"), {.base_path = "/help"});
  ASSERT_EQ(all.front().key, "work");
  const auto& first = all.front().rows.front();
  EXPECT_EQ(first.label, "Searches without results");
  EXPECT_EQ(first.work.text, "Write what is missing");
  EXPECT_EQ(first.work.url, "/help/writer/gaps?diagnosis=missing");
}

TEST(InsightTables, SayWhatChartsDraw) {
  const auto all = tables(week_of_visits(), week_wish());
  const auto& funnel = table(all, "funnel");
  EXPECT_EQ(funnel.chart.kind, "rows");
  EXPECT_EQ(funnel.columns[0].draw, "bar");
  EXPECT_EQ(funnel.rows[0].cells[0].value, 10);
  EXPECT_EQ(table(all, "contact").chart.kind, "");
}

TEST(InsightTables, AreCutWhereTheyAreLong) {
  auto sums = week_of_visits();
  for (int i = 0; i < 60; ++i)
    sums.articles["en/a" + std::to_string(i)].now.add(
        static_cast<std::size_t>(insights::Counter::views), 1);
  auto wish = week_wish();
  wish.by = insights::VisitDimension::article;
  const auto groups = table(tables(sums, wish), "groups");
  EXPECT_EQ(groups.rows.size(), 50u);
  EXPECT_EQ(groups.note, "10 more rows are in the CSV file.");
  EXPECT_FALSE(groups.meanings.empty());
}

TEST(InsightTables, AreNoneWithoutData) {
  EXPECT_THAT(tables({}, week_wish()), IsEmpty());
}

// Figures are worded in every language; in English the words are the report's own.
TEST(InsightTexts, NameEveryFigureAndSayWhatItMeans) {
  const auto english = site_texts().in("en");
  for (const auto& rule : insights::figure_rules()) {
    const std::string name(rule.name);
    EXPECT_EQ(english.format("insights.figure_" + name), rule.label);
    EXPECT_EQ(english.format("insights.means_" + name), rule.definition);
    EXPECT_EQ(english.format("insights.leads_to_" + name), rule.leads_to);
  }
  const auto report = report_visits(week_of_visits(), week_wish());
  for (const auto& each : report.funnel)
    EXPECT_TRUE(english.has("insights.station_" + std::string(each.name))) << each.name;
  for (const auto& each : report.searches_to_answer)
    EXPECT_TRUE(english.has("insights.answered_" + std::string(each.name))) << each.name;
  for (const auto& each : report.entries)
    EXPECT_TRUE(english.has("insights.entry_" + std::string(each.name))) << each.name;
}

TEST(InsightNotes, SayWhatIsNotKnown) {
  const auto english = site_texts().in("en");
  auto sums = week_of_visits();
  auto wish = week_wish();
  EXPECT_THAT(insight_notes(report_visits(sums, wish), english), IsEmpty());
  wish.now = insights::at("2026-03-05");
  wish.category = "billing";
  sums.first_day = insights::day_number("2026-03-03");
  EXPECT_THAT(insight_notes(report_visits(sums, wish), english),
              ElementsAre(HasSubstr("not over"), HasSubstr("March 3, 2026"),
                          HasSubstr("nothing to compare with"), HasSubstr("by category")));
  EXPECT_THAT(insight_notes(report_visits({}, wish), english), IsEmpty());
}

TEST(InsightPeriod, IsInWords) {
  EXPECT_EQ(insight_period(report_visits(week_of_visits(), week_wish()), site_texts().in("en")),
            "March 2, 2026 to March 8, 2026 (UTC), compared with February 23, 2026 to March 1, "
            "2026");
}

}  // namespace
}  // namespace kb
