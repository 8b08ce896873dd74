#include "server/json_api.h"

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <optional>

#include "core/base/content_hash.h"
#include "core/base/date.h"
#include "core/text/language.h"
#include "server/events/page_events.h"
#include "server/hit_json.h"
#include "server/json_writer.h"
#include "server/number_parameter.h"
#include "server/suggest_answer.h"

namespace kb {
namespace {

using index::Generation;
using nlohmann::json;

constexpr NumberRange kSearchLimits{1, 100};
constexpr NumberRange kOffsets{0, 10'000};

http::Response json_response(std::string body) {
  http::Response response;
  response.content_type = "application/json";
  response.body = std::move(body);
  response.cache_control = "no-cache";
  return response;
}

http::Response no_index() {
  auto response = http::problem(503, "The index has not been published yet.");
  response.headers.push_back({"Retry-After", "10"});
  return response;
}

http::Response search_problem(const Error& error) {
  auto response = http::problem(500, "The search failed.");
  response.fault = to_line(error);
  return response;
}

// Which languages to search after the reader's: none, the configured, or all.
std::optional<std::vector<std::string>> scope_languages(const HelpCenter& center,
                                                        const Generation& generation,
                                                        std::string_view scope,
                                                        const std::string& lang) {
  if (scope == "language") return std::vector<std::string>{};
  auto languages = center.config.fallbacks_of(lang);
  if (scope.empty() || scope == "fallback") return languages;
  if (scope != "all") return std::nullopt;
  for (const auto& other : generation.languages()) languages.push_back(other);
  return languages;
}

http::Response search(const HelpCenter& center, const http::Request& request) {
  const auto started = std::chrono::steady_clock::now();
  const auto limit = number_parameter(request, "limit", 10, kSearchLimits);
  if (!limit) return bad_number("limit", kSearchLimits);
  const auto offset = number_parameter(request, "offset", 0, kOffsets);
  if (!offset) return bad_number("offset", kOffsets);
  const auto lang = request.param("lang").empty()
                        ? Result<std::string>(center.config.site.default_language)
                        : text::canonical_language(request.param("lang"));
  if (!lang) return http::problem(400, "`lang`: " + to_line(lang.error()) + ".");

  auto lease = center.searchers.lease();
  if (!lease) return no_index();
  const auto& generation = lease->generation();
  const auto fallbacks = scope_languages(center, generation, request.param("scope"), *lang);
  if (!fallbacks) return http::problem(400, "`scope` must be language, fallback or all.");
  const auto found = lease->search({.text = std::string(request.param("q")),
                                    .lang = *lang,
                                    .fallbacks = *fallbacks,
                                    .category = std::string(request.param("category")),
                                    .limit = *limit,
                                    .offset = *offset,
                                    .audience = center.audience(),
                                    .now = center.clock.now(),
                                    .verbatim = request.param("exact") == "1",
                                    .typed_language = request.param("scope") != "language",
                                    .all_languages = request.param("scope") == "all"});
  PageEvents events(center, request, *lang);
  const SearchAsked asked{std::string(request.param("q")), std::string(request.param("category")),
                          *offset / *limit + 1};
  if (!found) {
    events.search_failed(asked);
    return search_problem(found.error());
  }

  const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - started;
  JsonWriter out;
  out.begin('{');
  out.member("query", request.param("q"));
  out.key("corrected_query");
  found->corrected ? out.value(*found->corrected) : out.null();
  out.key("did_you_mean");
  found->did_you_mean ? out.value(*found->did_you_mean) : out.null();
  out.member("lang", *lang);
  out.member("total", std::min(found->total, index::kExactTotal));
  if (found->total_is_lower_bound) out.member("total_is_lower_bound", true);
  out.member("took_ms", took.count());
  out.member("query_id", asked.query.empty() ? request.request_id : events.searched(asked, *found));
  out.member("generation", generation.number());
  out.key("results");
  out.begin('[');
  for (const auto& hit : found->hits) write_hit(out, center.urls, hit);
  out.end(']');
  out.end('}');
  return json_response(out.take());
}

json sections_of(const index::Record& record) {
  json sections = json::array();
  for (const auto& section : record.sections())
    if (!section.anchor.empty())
      sections.push_back(
          {{"anchor", section.anchor}, {"title", section.title}, {"level", section.level}});
  return sections;
}

http::Response article(const HelpCenter& center, const Route& route) {
  const auto generation = center.searchers.generation();
  if (!generation) return no_index();
  const auto slash = route.rest.find('/');
  const auto lang = text::canonical_language(std::string_view(route.rest).substr(0, slash));
  if (slash == std::string::npos || !lang)
    return http::problem(404, "Articles are at /api/v1/articles/{lang}/{id}.");
  const auto id = route.rest.substr(slash + 1);
  const auto reader = center.reader(*lang);
  const auto found = generation->find(*lang, id, reader.audience);
  if (!found || !found->row->alive(reader.now))
    return http::problem(404, "There is no article '" + id + "' in '" + *lang + "'.");
  const auto record = generation->read_record(*found->database, *found->row, Generation::Part::all);
  if (!record) return search_problem(record.error());

  const auto& row = *found->row;
  json translations = json::array();
  for (const auto& other : generation->languages(reader.audience))
    if (const auto text = generation->find(other, id, reader.audience);
        text && text->row->alive(reader.now))
      translations.push_back({{"lang", other},
                              {"title", text->row->title},
                              {"url", center.urls.article(other, id, text->row->kind)}});
  const json answer = {{"id", row.id},
                       {"lang", *lang},
                       {"kind", row.kind == Kind::answer ? "answer" : "article"},
                       {"title", row.title},
                       {"summary", record->summary()},
                       {"category", row.category},
                       {"tags", record->tags()},
                       {"applies_to", record->applies_to()},
                       {"updated", row.updated ? json(iso_date(*row.updated)) : json(nullptr)},
                       {"url", center.urls.article(*lang, id, row.kind)},
                       {"html", LinkFiller(*generation, center.urls, reader).fill(record->html())},
                       {"sections", sections_of(*record)},
                       {"translations", std::move(translations)}};
  // Invalid UTF-8 in a text must not make an answer fail.
  auto response = json_response(answer.dump(-1, ' ', false, json::error_handler_t::replace));
  response.etag = content_hash(response.body);
  return response;
}

}  // namespace

http::Response answer_api(const HelpCenter& center, const http::Request& request,
                          const Route& route) {
  if (route.page == Page::api_suggest) return answer_suggestions(center, request);
  return route.page == Page::api_search ? search(center, request) : article(center, route);
}

}  // namespace kb
