// What an API token may be used for, each as precise as the use.
//
//   parse_scopes("tickets:write,search:agents")   -> both; an unknown one is an Error that lists
//   all scope_name(ApiScope::tickets_write)           -> "tickets:write"
//
// Kept in the store by these names: one that was given out is never renamed. Pure, thread-safe.

#pragma once

#include <set>
#include <span>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb {

enum class ApiScope {
  search_agents,  // finds what agents find: internal articles, similar tickets
  tickets_write,  // hands in resolved tickets, as a helpdesk's webhook does
  gaps_read,      // lists what is missing
  gaps_write,     // changes whose a gap is, and how far it has come
  reports_read,   // takes figures
};

std::span<const ApiScope> all_scopes();
std::string_view scope_name(ApiScope scope);

// Separated by commas or blanks; at least one.
Result<std::set<ApiScope>> parse_scopes(std::string_view text);
std::string scopes_text(const std::set<ApiScope>& scopes);  // "search:agents,tickets:write"

}  // namespace kb
