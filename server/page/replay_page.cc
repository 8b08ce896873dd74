#include "server/page/replay_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/text/message.h"
#include "server/page/review_parts.h"

namespace kb::page {
namespace {

using nlohmann::json;

constexpr std::size_t kShownQueries = 50;

json hits_of(const Frame& frame, const std::vector<ReplayHitView>& hits) {
  auto list = json::array();
  for (const auto& hit : hits) {
    json item = {{"title", hit.title}, {"article", hit.article}, {"mark", ""}};
    if (hit.is_new || hit.is_changed)
      item["mark"] = frame.text(hit.is_new ? "replay.new" : "replay.changed");
    frame.mark_language(item, hit.article.substr(0, hit.article.find('/')));
    list.push_back(std::move(item));
  }
  return list;
}

// How many made it, where that may be told, and why it came out so.
std::string notes_of(const Frame& frame, const ReplayQueryView& query) {
  std::string notes;
  if (!query.query.empty()) notes = frame.text("replay.visitors", {{"count", query.visitors}});
  if (query.reason.empty()) return notes;
  if (!notes.empty()) notes += " · ";
  return notes + frame.text("replay.reason." + query.reason);
}

json query_of(const Frame& frame, const ReplayQueryView& query) {
  json item = {{"query", query.query.empty() ? frame.text("replay.hidden") : query.query},
               {"notes", notes_of(frame, query)},
               {"article", query.article},
               {"before", hits_of(frame, query.before)},
               {"has_before", !query.before.empty()},
               {"after", hits_of(frame, query.after)},
               {"has_after", !query.after.empty()}};
  frame.mark_language(item, query.query.empty() ? frame.lang() : query.lang);
  return item;
}

template <class Chosen>
json queries_of(const Frame& frame, const std::vector<ReplayQueryView>& queries,
                const Chosen& is_chosen) {
  auto list = json::array();
  for (const auto& query : queries)
    if (is_chosen(query) && list.size() < kShownQueries) list.push_back(query_of(frame, query));
  return list;
}

json part(const Frame& frame, const std::string& id, json queries, std::string_view empty) {
  return {{"id", "replay-" + id},
          {"heading", frame.text("replay." + id)},
          {"has_queries", !queries.empty()},
          {"empty", frame.text(empty)},
          {"queries", std::move(queries)}};
}

void add_report(const Frame& frame, const ReplayView& report, json& model) {
  std::vector<ReplayQueryView> of_gap;
  bool is_closed = false;
  for (const auto& gap : report.gaps) {
    is_closed |= gap.is_closed;
    of_gap.insert(of_gap.end(), gap.queries.begin(), gap.queries.end());
  }
  const auto closes = [](const ReplayQueryView& query) { return query.outcome == "closed"; };
  model["verdict"] = frame.text(is_closed ? "replay.verdict_closed" : "replay.verdict_open");
  model["is_closed"] = is_closed;
  model["counts"] =
      frame.text("replay.counts",
                 {{"closed", static_cast<std::int64_t>(std::ranges::count_if(of_gap, closes))},
                  {"all", static_cast<std::int64_t>(of_gap.size())},
                  {"worse", static_cast<std::int64_t>(report.worse.size())},
                  {"answered", report.answered}});
  const auto stays = [&](const ReplayQueryView& query) { return !closes(query); };
  const auto any = [](const ReplayQueryView&) { return true; };
  model["parts"] = json::array(
      {part(frame, "closed", queries_of(frame, of_gap, closes), "replay.none_closed"),
       part(frame, "open", queries_of(frame, of_gap, stays), "replay.none_open"),
       part(frame, "worse", queries_of(frame, report.worse, any), "replay.none_worse")});
  model["problems"] = report.problems;
  model["has_problems"] = !report.problems.empty();
}

}  // namespace

std::string render(const Renderer& renderer, const ReplayPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("replay.title")});
  model["label"] = page.label;
  model["gap_url"] = page.gap_url;
  model["draft_url"] = page.draft_url;
  model["action"] = page.action;
  model["is_running"] = page.is_running;
  model["is_another_running"] = page.is_another_running;
  model["may_start"] = !page.is_running && !page.is_another_running;
  model["when"] = page.started ? text::format_date(*page.started, frame.lang()) : "";
  model["problem"] = page.problem;
  model["has_report"] = page.report.has_value();
  model["begins"] = !page.report && page.problem.empty() && !page.is_running;
  if (page.report) add_report(frame, *page.report, model);
  return frame.fill("replay", model);
}

}  // namespace kb::page
