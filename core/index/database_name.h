// Each language has a database for everyone, one for agents, one of drafts and one of resolved
// tickets: folders "ro.public", "ro.agents", "ro.drafts", "ro.tickets".
//
//   to_string(DatabaseName{"pt-BR", Audience::agents}) -> "pt-BR.agents"
//
// What is for agents only, or not published yet, is in no public database, so nothing of it can
// reach the public. An agents' database holds agents-only articles, and articles with passages for
// agents as agents read them; agents search the union, and a writers' preview that of all three.
// Tickets are no articles: no audience's union has them, and only Searcher::similar reads them.
// Pure values.

#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <utility>

#include "core/article/article.h"

namespace kb::index {

enum class Content { articles, tickets };

struct DatabaseName {
  std::string lang;
  Audience audience = Audience::everyone;
  Content content = Content::articles;

  auto operator<=>(const DatabaseName&) const = default;
};

inline DatabaseName tickets_of(std::string lang) {
  return {std::move(lang), Audience::agents, Content::tickets};
}

inline constexpr std::string_view kTicketsPart = "tickets";

// The last part of the folder's name, and what the manifest calls it.
constexpr std::string_view part_name(Audience audience) {
  constexpr std::string_view kNames[] = {"public", "agents", "drafts"};
  return kNames[static_cast<std::size_t>(audience)];
}

constexpr std::string_view part_name(const DatabaseName& name) {
  return name.content == Content::tickets ? kTicketsPart : part_name(name.audience);
}

inline std::string to_string(const DatabaseName& name) {
  return name.lang + "." + std::string(part_name(name));
}

}  // namespace kb::index
