// Each language has a database for everyone and one for agents: folders "ro.public", "ro.agents".
//
//   to_string(DatabaseName{"pt-BR", Audience::agents}) -> "pt-BR.agents"
//
// What is for agents only is in no public database, so nothing of it can reach the public. An
// agents' database holds agents-only articles, and articles with passages for agents as agents read
// them; agents search the union. Pure values.

#pragma once

#include <compare>
#include <string>

#include "core/article/article.h"

namespace kb::index {

struct DatabaseName {
  std::string lang;
  Audience audience = Audience::everyone;

  auto operator<=>(const DatabaseName&) const = default;
};

inline std::string to_string(const DatabaseName& name) {
  return name.lang + (name.audience == Audience::everyone ? ".public" : ".agents");
}

}  // namespace kb::index
