#include "core/insights/gaps/gap_report_csv.h"

#include "core/insights/csv_table.h"
#include "core/insights/gaps/gap_work.h"

namespace kb::insights {
namespace {

template <class Items, class Text>
std::string one_cell(const Items& items, const Text& text_of_item) {
  std::string cell;
  for (const auto& item : items) cell += (cell.empty() ? "" : "; ") + text_of_item(item);
  return cell;
}

}  // namespace

std::string to_csv(const GapReport& report) {
  CsvTable table({"rank", "id", "lang", "label", "diagnosis", "customers", "customers_before",
                  "failed", "asked", "failure_rate", "tickets", "cost", "trend", "category",
                  "article", "work", "words", "questions"});
  std::int64_t rank = 0;
  for (const FoundGap& gap : report.gaps) {
    const auto article = gap.articles.empty()
                             ? std::string()
                             : gap.articles.front().lang + "/" + gap.articles.front().id;
    table.add({csv_number(++rank), gap.id == 0 ? "" : csv_number(gap.id), gap.lang, gap.label,
               std::string(diagnosis_name(gap.diagnosis)), csv_number(gap.customers),
               csv_number(gap.customers_before), csv_number(gap.failures.count),
               csv_number(gap.failures.of), csv_number(gap.failures.rate()),
               csv_number(gap.ticket_count), gap.cost > 0 ? csv_number(gap.cost) : "",
               std::string(gap_trend_name(gap.trend)), gap.category, article, work_of(gap),
               one_cell(gap.words, [](const std::string& word) { return word; }),
               one_cell(gap.questions, [](const GapQuestion& asked) { return asked.text; })});
  }
  return table.text();
}

}  // namespace kb::insights
