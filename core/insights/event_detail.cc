#include "core/insights/event_detail.h"

#include <nlohmann/json.hpp>

namespace kb::insights {
namespace {

using nlohmann::json;

json parse(std::string_view text) {
  if (text.empty()) return json::object();
  json parsed = json::parse(text, nullptr, false);
  return parsed.is_object() ? parsed : json::object();
}

// A text is told where there is one, a number where it is not 0.
bool is_told(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return false;
  if (found->is_boolean()) return found->get<bool>();
  if (found->is_number()) return found->get<double>() != 0;
  return found->is_string() && !found->get_ref<const std::string&>().empty();
}

std::string text_of(const json& object, const char* name) {
  const auto found = object.find(name);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

bool is_later_page(const json& object) {
  const auto found = object.find("page");
  return found != object.end() && found->is_number() && found->get<double>() > 1;
}

}  // namespace

SearchDetail search_detail(std::string_view text) {
  const json told = parse(text);
  SearchDetail detail{.is_corrected = is_told(told, "corrected"),
                      .is_fallback = is_told(told, "fallback"),
                      .is_narrowed = is_told(told, "category") || is_later_page(told)};
  if (const auto shown = told.find("shown"); shown != told.end() && shown->is_array())
    for (const json& article : *shown)
      if (article.is_string()) detail.shown.push_back(article.get<std::string>());
  return detail;
}

VoteDetail vote_detail(std::string_view text) {
  const json told = parse(text);
  return {.reason = text_of(told, "reason"), .changes = is_told(told, "changes")};
}

}  // namespace kb::insights
