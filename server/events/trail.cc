#include "server/events/trail.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "core/base/date.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr std::size_t kLongestStep = 300;       // bytes of `what`
constexpr std::size_t kLongestTrailFrom = 500;  // bytes of `from`
constexpr std::size_t kLongestId = 64;

// In the order of TrailStep::Kind.
constexpr std::array<std::string_view, 5> kKinds = {"searched", "read", "helped", "not_helped",
                                                    "suggested"};
static_assert(kKinds.size() == static_cast<std::size_t>(TrailStep::Kind::suggested) + 1);

std::optional<TrailStep::Kind> kind_of(std::string_view name) {
  const auto found = std::ranges::find(kKinds, name);
  if (found == kKinds.end()) return std::nullopt;
  return static_cast<TrailStep::Kind>(found - kKinds.begin());
}

Error not_a_trail(std::string what) {
  return {"no trail: " + std::move(what), {}, "leave it out: it is of use, not needed"};
}

// What is not text of at most that length is nothing.
std::optional<std::string> text_of(const json& object, const char* name, std::size_t longest) {
  const auto found = object.find(name);
  if (found == object.end()) return std::string();
  if (!found->is_string()) return std::nullopt;
  auto text = found->get<std::string>();
  if (text.size() > longest) return std::nullopt;
  return text;
}

Result<TrailStep> step_of(const json& value) {
  if (!value.is_object()) return fail(not_a_trail("a step is no object"));
  const auto kind = text_of(value, "kind", kLongestId);
  const auto known = kind ? kind_of(*kind) : std::nullopt;
  const auto lang = text_of(value, "lang", kLongestId);
  auto what = text_of(value, "what", kLongestStep);
  if (!known || !lang || !what) return fail(not_a_trail("a step of no known kind or length"));
  return TrailStep{*known, *lang, std::move(*what)};
}

// Never in the middle of a character.
void shorten(std::string& text, std::size_t longest) {
  if (text.size() <= longest) return;
  auto end = longest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  text.resize(end);
}

}  // namespace

void Trail::add(TrailStep step) {
  shorten(step.what, kLongestStep);
  at = {};
  if (!steps.empty() && steps.back() == step) return;
  steps.push_back(std::move(step));
  if (steps.size() > kLongestTrail) steps.erase(steps.begin());
}

std::vector<std::string> Trail::rejected() const {
  std::vector<std::string> articles;
  for (const auto& step : steps) {
    if (step.kind != TrailStep::Kind::read && step.kind != TrailStep::Kind::not_helped) continue;
    auto article = step.lang + "/" + step.what;
    if (std::ranges::find(articles, article) == articles.end())
      articles.push_back(std::move(article));
  }
  return articles;
}

std::string trail_json(const Trail& trail) {
  json value = json::object();
  if (!trail.from.empty()) value["from"] = trail.from;
  if (!trail.query_id.empty()) value["query_id"] = trail.query_id;
  if (trail.at != Time{}) value["at"] = iso_time(trail.at);
  value["steps"] = json::array();
  for (const auto& step : trail.steps)
    value["steps"].push_back({{"kind", kKinds.at(static_cast<std::size_t>(step.kind))},
                              {"lang", step.lang},
                              {"what", step.what}});
  return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Trail> parse_trail(std::string_view text) {
  const json value = json::parse(text, nullptr, false);
  if (!value.is_object()) return fail(not_a_trail("it is no JSON object"));
  Trail trail;
  auto from = text_of(value, "from", kLongestTrailFrom);
  auto query_id = text_of(value, "query_id", kLongestId);
  const auto at = text_of(value, "at", kLongestId);
  if (!from || !query_id || !at) return fail(not_a_trail("a member is no text, or too long"));
  if (const auto steps = value.find("steps"); steps != value.end()) {
    if (!steps->is_array()) return fail(not_a_trail("`steps` is no list"));
    for (const auto& each : *steps) {
      auto step = step_of(each);
      if (!step) return fail(step.error());
      trail.add(std::move(*step));
    }
  }
  trail.from = std::move(*from);
  trail.query_id = std::move(*query_id);
  if (at->empty()) return trail;
  const auto time = parse_time(*at);
  if (!time) return fail(not_a_trail("`at` is no time: '" + *at + "'"));
  trail.at = *time;
  return trail;
}

}  // namespace kb
