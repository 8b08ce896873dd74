#include "server/gaps/gaps_api.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/insights/gaps/gap_report_json.h"
#include "server/gaps/gap_answers.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_feed.h"
#include "server/gaps/gap_update.h"
#include "server/gaps/gap_urls.h"
#include "server/gaps/kept_gap_json.h"
#include "server/json_body.h"
#include "server/number_parameter.h"

namespace kb {
namespace {

using Json = nlohmann::ordered_json;
using Report = std::shared_ptr<const insights::GapReport>;

constexpr NumberRange kLimits = {1, 1000};
constexpr NumberRange kOffsets = {0, 1'000'000};
constexpr NumberRange kVersions = {1, 1'000'000'000};

http::Response json_answer(const StaffRequest& staff, int status, const Json& json) {
  return staff.json(status, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

http::Response store_fault(const Error& error) {
  auto response = http::problem(500, "The store could not be used.");
  response.fault = to_line(error);
  return response;
}

http::Response no_such_gap() {
  return http::problem(404, "There is no such gap.");
}

Report report_of(const StaffRequest& staff) {
  return staff.center.gaps ? staff.center.gaps->report() : nullptr;
}

Json one_json(const StaffRequest& staff, const ListedGap& gap) {
  return kept_gap_json(gap, staff.url(gap_path(gap.kept->id)));
}

http::Response csv_answer(const std::vector<ListedGap>& gaps) {
  http::Response response;
  response.content_type = "text/csv; charset=utf-8";
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"gaps.csv\""});
  response.body = kept_gaps_csv(gaps);
  make_private(response);
  return response;
}

http::Response answer_list(const StaffRequest& staff) {
  const auto format = staff.request.param("format");
  if (!format.empty() && format != "json" && format != "csv")
    return http::problem(400, "`format` must be json or csv.");
  const auto filter = gap_filter(staff.request, staff.identity.name);
  if (!filter) return http::problem(400, to_line(filter.error()) + ".");
  const auto limit = number_parameter(staff.request, "limit", 50, kLimits);
  if (!limit) return bad_number("limit", kLimits);
  const auto offset = number_parameter(staff.request, "offset", 0, kOffsets);
  if (!offset) return bad_number("offset", kOffsets);
  const auto kept = staff.store.read([](store::Sql& sql) { return store::list_gap_heads(sql); });
  if (!kept) return store_fault(kept.error());
  const auto report = report_of(staff);
  const auto listed = listed_gaps(*kept, report.get(), *filter);
  if (format == "csv") return csv_answer(listed);
  const auto begin = std::min(*offset, listed.size());
  const auto end = std::min(begin + *limit, listed.size());
  auto gaps = Json::array();
  for (auto i = begin; i < end; ++i) gaps.push_back(one_json(staff, listed[i]));
  return json_answer(staff, 200,
                     {{"report", report ? insights::gap_report_head_json(*report) : Json(nullptr)},
                      {"total", listed.size()},
                      {"offset", *offset},
                      {"gaps", std::move(gaps)}});
}

// The gap as it is now, with what happened to it.
http::Response answer_one(const StaffRequest& staff, int status, std::int64_t id) {
  std::vector<store::GapChange> history;
  const auto gap = staff.store.read([&](store::Sql& sql) -> Result<std::optional<store::Gap>> {
    auto changes = store::gap_history(sql, id);
    if (!changes) return fail(changes.error());
    history = std::move(*changes);
    return store::find_gap(sql, id);
  });
  if (!gap) return store_fault(gap.error());
  if (!*gap) return no_such_gap();
  const auto report = report_of(staff);
  auto json = one_json(staff, {&**gap, find_found(report.get(), id)});
  json["history"] = gap_changes_json(history);
  return json_answer(staff, status, json);
}

struct Patch {
  GapWish wish = {};
  std::int64_t version = 0;
};

Result<Patch> read_patch(const http::Request& request) {
  const auto body = JsonBody::parse(request);
  if (!body) return fail(body.error());
  Patch patch;
  auto& wish = patch.wish;
  const std::initializer_list<std::pair<std::string_view, std::optional<std::string>*>> members = {
      {"state", &wish.state}, {"owner", &wish.owner},     {"due", &wish.due},
      {"label", &wish.label}, {"article", &wish.article}, {"reason", &wish.reason}};
  for (const auto& [name, into] : members) {
    if (!body->has(name)) continue;
    auto text = body->text(name);
    if (!text) return fail(text.error());
    *into = std::move(*text);
  }
  auto comment = body->text("comment");
  if (!comment) return fail(comment.error());
  wish.comment = std::move(*comment);
  const auto version = body->number("version", 0, kVersions);
  if (!version) return fail(version.error());
  if (*version == 0) return fail("`version` is missing", "", "send that of the gap as you read it");
  patch.version = static_cast<std::int64_t>(*version);
  return patch;
}

// Each fault in words: "article: No such article can be read here."
std::string fault_text(const StaffRequest& staff, const ChangedGap& changed) {
  const auto words = staff.center.renderer.texts().in("en");
  std::string text;
  for (const auto& [field, key] : changed.faults)
    text += (text.empty() ? "`" : " `") + field + "`: " + words.format(key);
  return text;
}

http::Response overtaken(const StaffRequest& staff, std::int64_t id) {
  auto response = answer_one(staff, 409, id);
  if (response.status != 409) return response;
  auto problem = Json::object();
  problem["title"] = http::status_title(409);
  problem["status"] = 409;
  problem["detail"] = "Somebody else has changed this gap; `current` is how it is now.";
  problem["request_id"] = staff.request.request_id;
  problem["current"] = Json::parse(response.body);
  response.body = problem.dump(2) + "\n";
  response.content_type = "application/problem+json";
  return response;
}

http::Response change_one(const StaffRequest& staff, std::int64_t id) {
  const auto patch = read_patch(staff.request);
  if (!patch) return http::problem(400, to_line(patch.error()) + ".");
  const auto update = staff.store.write(
      [&](store::Sql& sql) { return update_gap(staff, sql, id, patch->wish, patch->version); });
  if (!update) return store_fault(update.error());
  switch (update->kind) {
    case GapUpdate::Kind::missing:
      return no_such_gap();
    case GapUpdate::Kind::overtaken:
      return overtaken(staff, id);
    case GapUpdate::Kind::faulty:
      return http::problem(422, fault_text(staff, update->changed));
    case GapUpdate::Kind::done:
      if (staff.center.gaps) staff.center.gaps->refresh_soon();
      break;
    case GapUpdate::Kind::unchanged:
      break;
  }
  return answer_one(staff, 200, id);
}

}  // namespace

http::Response answer_gaps_api(const StaffRequest& staff) {
  const auto& rest = staff.route.rest;
  const bool is_patch = staff.request.method == "PATCH";
  if (rest.empty())
    return is_patch ? http::problem(404, "Name a gap: PATCH /api/v1/gaps/7.") : answer_list(staff);
  if (rest == "feed.atom" && !is_patch) return answer_gap_feed(staff);
  const auto id = gap_number(rest);
  if (!id) return no_such_gap();
  return is_patch ? change_one(staff, *id) : answer_one(staff, 200, *id);
}

}  // namespace kb
