#include "server/page/translations_page.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 3> kChosenStates = {"missing", "stale", "translated"};

std::string translation_state(const Frame& frame, const std::string& state) {
  return frame.text("coverage.state_" + state);
}

// "Asked for: 12"; empty where nobody did.
std::string counted(const Frame& frame, std::string_view text, std::int64_t count) {
  if (count == 0) return {};
  return frame.text(text, {{"count", text::format_number(count, frame.lang())}});
}

json translation_cell(const Frame& frame, const TranslationsPage::Cell& cell) {
  const bool is_gap = cell.state == "missing" || cell.state == "stale";
  return {{"state", cell.state},
          {"text", translation_state(frame, cell.state)},
          {"url", cell.url},
          {"views", counted(frame, "coverage.views", cell.views)},
          {"asked", is_gap ? counted(frame, "coverage.asked", cell.asked) : ""},
          {"work_url", cell.work_url}};
}

json translation_row(const Frame& frame, const TranslationsPage::Row& row) {
  auto cells = json::array();
  for (const auto& cell : row.cells) cells.push_back(translation_cell(frame, cell));
  json item = {{"title", row.title},
               {"url", row.url},
               {"unmet", text::format_number(row.unmet, frame.lang())},
               {"cells", std::move(cells)}};
  frame.mark_language(item, row.lang);
  return item;
}

std::string column_name(const Frame& frame, const std::string& lang) {
  return text::language_name(lang, frame.lang());
}

}  // namespace

std::string render(const Renderer& renderer, const TranslationsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("coverage.translations")});
  std::vector<Choice> states;
  for (const auto state : kChosenStates)
    states.push_back(
        {std::string(state), translation_state(frame, std::string(state)), state == page.state});
  auto columns = json::array();
  for (const auto& lang : page.languages) columns.push_back({{"text", column_name(frame, lang)}});
  auto rows = json::array();
  for (const auto& row : page.rows) rows.push_back(translation_row(frame, row));
  const bool none_chosen = page.empty == TranslationsPage::Empty::none_chosen;
  model["coverage_css_url"] = frame.asset_url("coverage.css");
  model["action"] = page.action;
  model["languages"] = choices(page.language_choices);
  model["categories"] = choices(page.categories);
  model["states"] = choices(states);
  model["period"] =
      frame.text("coverage.period", {{"from", text::format_date(page.from, frame.lang())},
                                     {"to", text::format_date(page.to, frame.lang())}});
  model["is_complete"] = page.is_complete;
  model["has_one_language"] = page.has_one_language;
  model["columns"] = std::move(columns);
  model["has_rows"] = !rows.empty();
  model["rows"] = std::move(rows);
  model["count"] =
      frame.text("coverage.count", {{"count", text::format_number(page.count, frame.lang())}});
  model["empty"] = frame.text(none_chosen ? "coverage.none_chosen" : "coverage.no_articles");
  model["empty_advice"] =
      frame.text(none_chosen ? "coverage.none_chosen_advice" : "coverage.no_articles_advice");
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  frame.add_paging(model, page.paging);
  return frame.fill("translations", model);
}

}  // namespace kb::page
