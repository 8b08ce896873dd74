#include "server/gaps/replay_view.h"

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using nlohmann::json;

std::vector<page::ReplayHitView> hits_of(const json& list) {
  std::vector<page::ReplayHitView> hits;
  for (const auto& hit : list)
    hits.push_back({.article = hit.at("article"),
                    .title = hit.at("title"),
                    .is_new = hit.at("new"),
                    .is_changed = hit.at("changed")});
  return hits;
}

// Null: not to be shown.
std::string shown_text(const json& text) {
  return text.is_null() ? std::string() : text.get<std::string>();
}

page::ReplayQueryView query_of(const json& query) {
  return {.query = shown_text(query.at("query")),
          .lang = query.at("lang"),
          .visitors = query.at("visitors"),
          .outcome = query.at("outcome"),
          .reason = query.value("reason", std::string()),
          .article = query.value("article", std::string()),
          .before = hits_of(query.at("before")),
          .after = hits_of(query.at("after"))};
}

std::vector<page::ReplayQueryView> queries_of(const json& list) {
  std::vector<page::ReplayQueryView> queries;
  for (const auto& query : list) queries.push_back(query_of(query));
  return queries;
}

page::ReplayView view_of(const json& report) {
  page::ReplayView view{.answered = report.at("answered"), .worse = queries_of(report.at("worse"))};
  for (const auto& gap : report.at("gaps"))
    view.gaps.push_back({.is_closed = gap.at("closed"), .queries = queries_of(gap.at("queries"))});
  for (const auto& problem : report.at("problems"))
    view.problems.push_back(to_line({problem.at("what"), problem.at("where"), problem.at("hint")}));
  return view;
}

}  // namespace

Result<page::ReplayView> read_replay(std::string_view text) {
  try {
    return view_of(json::parse(text));
  } catch (const json::exception& error) {
    return fail(std::string("kb-index replay said what is no report: ") + error.what(), {},
                "install the kb-index of this version");
  }
}

}  // namespace kb
