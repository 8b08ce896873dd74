#include "server/login/api_scope.h"

#include <algorithm>
#include <array>

namespace kb {
namespace {

struct Named {
  ApiScope scope;
  std::string_view name;
};
constexpr std::array kNames = {
    Named{ApiScope::search_agents, "search:agents"},
    Named{ApiScope::tickets_write, "tickets:write"},
    Named{ApiScope::gaps_read, "gaps:read"},
    Named{ApiScope::gaps_write, "gaps:write"},
    Named{ApiScope::reports_read, "reports:read"},
};
constexpr std::array kScopes = {ApiScope::search_agents, ApiScope::tickets_write,
                                ApiScope::gaps_read, ApiScope::gaps_write, ApiScope::reports_read};
static_assert(kNames.size() == kScopes.size());

std::string all_names() {
  std::string names;
  for (const auto& named : kNames) names += (names.empty() ? "" : ", ") + std::string(named.name);
  return names;
}

}  // namespace

std::span<const ApiScope> all_scopes() {
  return kScopes;
}

std::string_view scope_name(ApiScope scope) {
  return std::ranges::find(kNames, scope, &Named::scope)->name;
}

Result<std::set<ApiScope>> parse_scopes(std::string_view text) {
  constexpr std::string_view kBetween = ", \t\n";
  std::set<ApiScope> scopes;
  for (auto begin = text.find_first_not_of(kBetween); begin != text.npos;
       begin = text.find_first_not_of(kBetween, begin)) {
    const auto name = text.substr(begin, text.find_first_of(kBetween, begin) - begin);
    const auto* named = std::ranges::find(kNames, name, &Named::name);
    if (named == kNames.end())
      return fail("there is no scope '" + std::string(name) + "'", {}, "known: " + all_names());
    scopes.insert(named->scope);
    begin += name.size();
  }
  if (scopes.empty()) return fail("no scope is given", {}, "choose from: " + all_names());
  return scopes;
}

std::string scopes_text(const std::set<ApiScope>& scopes) {
  std::string text;
  for (const auto scope : scopes)
    text += (text.empty() ? "" : ",") + std::string(scope_name(scope));
  return text;
}

}  // namespace kb
