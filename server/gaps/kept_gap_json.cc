#include "server/gaps/kept_gap_json.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/insights/csv_table.h"
#include "core/insights/gaps/gap_report_json.h"

namespace kb {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

Json time_or_null(const std::optional<Time>& time) {
  return time ? Json(iso_time(*time)) : Json(nullptr);
}

std::string due_text(const store::Gap& gap) {
  return gap.due ? iso_date(Time(std::chrono::seconds(*gap.due * 24 * 60 * 60))) : std::string();
}

}  // namespace

nlohmann::ordered_json kept_gap_json(const ListedGap& gap, const std::string& url) {
  const auto& kept = *gap.kept;
  return {{"id", kept.id},
          {"url", url},
          {"lang", kept.lang},
          {"label", text_or_null(kept.label)},
          {"state", store::gap_state_name(kept.state)},
          {"owner", text_or_null(kept.owner)},
          {"due", text_or_null(due_text(kept))},
          {"article", text_or_null(kept.article)},
          {"reason", text_or_null(kept.reason)},
          {"published", time_or_null(kept.published)},
          {"verified", time_or_null(kept.verified)},
          {"merged_into", kept.merged_into ? Json(*kept.merged_into) : Json(nullptr)},
          {"created", iso_time(kept.created)},
          {"changed", iso_time(kept.changed)},
          {"version", kept.version},
          {"found", gap.found ? insights::gap_json(*gap.found) : Json(nullptr)}};
}

nlohmann::ordered_json gap_changes_json(const std::vector<store::GapChange>& history) {
  auto lines = Json::array();
  for (const auto& change : history)
    lines.push_back({{"at", iso_time(change.at)},
                     {"who", text_or_null(change.who)},
                     {"what", change.what},
                     {"before", text_or_null(change.before)},
                     {"after", text_or_null(change.after)}});
  return lines;
}

std::string kept_gaps_csv(const std::vector<ListedGap>& gaps) {
  using insights::csv_number;
  insights::CsvTable table({"id", "lang", "label", "state", "owner", "due", "article", "diagnosis",
                            "trend", "customers", "customers_before", "failed", "asked", "tickets",
                            "cost"});
  for (const auto& [kept, found] : gaps) {
    std::vector<std::string> cells = {
        csv_number(kept->id), kept->lang,
        kept->label,          std::string(store::gap_state_name(kept->state)),
        kept->owner,          due_text(*kept),
        kept->article};
    cells.resize(15);
    if (found) {
      cells[7] = insights::diagnosis_name(found->diagnosis);
      cells[8] = insights::gap_trend_name(found->trend);
      cells[9] = csv_number(found->customers);
      cells[10] = csv_number(found->customers_before);
      cells[11] = csv_number(found->failures.count);
      cells[12] = csv_number(found->failures.of);
      cells[13] = csv_number(found->ticket_count);
      cells[14] = found->cost > 0 ? csv_number(found->cost) : "";
    }
    table.add(cells);
  }
  return table.text();
}

}  // namespace kb
