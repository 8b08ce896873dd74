// Each language has a database for everyone, one for agents and one of drafts: folders "ro.public",
// "ro.agents", "ro.drafts".
//
//   to_string(DatabaseName{"pt-BR", Audience::agents}) -> "pt-BR.agents"
//
// What is for agents only, or not published yet, is in no public database, so nothing of it can
// reach the public. An agents' database holds agents-only articles, and articles with passages for
// agents as agents read them; agents search the union, and a writers' preview that of all three.
// Pure values.

#pragma once

#include <compare>
#include <string>
#include <string_view>

#include "core/article/article.h"

namespace kb::index {

struct DatabaseName {
  std::string lang;
  Audience audience = Audience::everyone;

  auto operator<=>(const DatabaseName&) const = default;
};

// The last part of the folder's name, and what the manifest calls it.
constexpr std::string_view part_name(Audience audience) {
  constexpr std::string_view kNames[] = {"public", "agents", "drafts"};
  return kNames[static_cast<std::size_t>(audience)];
}

inline std::string to_string(const DatabaseName& name) {
  return name.lang + "." + std::string(part_name(name.audience));
}

}  // namespace kb::index
