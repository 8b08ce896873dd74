#include "core/tickets/ticket_words.h"

#include <algorithm>
#include <array>

namespace kb::tickets {
namespace {

struct TypeWord {
  std::string_view word;
  TicketType type;
};
constexpr std::array kTypes = {
    TypeWord{"question", TicketType::question},
    TypeWord{"incident", TicketType::question},
    TypeWord{"task", TicketType::question},
    TypeWord{"bug", TicketType::bug},
    TypeWord{"problem", TicketType::bug},
    TypeWord{"defect", TicketType::bug},
    TypeWord{"feature request", TicketType::feature_request},
    TypeWord{"feature", TicketType::feature_request},
    TypeWord{"enhancement", TicketType::feature_request},
    TypeWord{"idea", TicketType::feature_request},
    TypeWord{"known limitation", TicketType::known_limitation},
    TypeWord{"limitation", TicketType::known_limitation},
    TypeWord{"spam", TicketType::spam},
    TypeWord{"junk", TicketType::spam},
    TypeWord{"misrouted", TicketType::misrouted},
    TypeWord{"wrong department", TicketType::misrouted},
    TypeWord{"merged", TicketType::merged},
    TypeWord{"closed by merge", TicketType::merged},
    TypeWord{"duplicate", TicketType::merged},
};

struct StatusWord {
  std::string_view word;
  TicketStatus status;
};
constexpr std::array kStatuses = {
    StatusWord{"solved", TicketStatus::solved},    StatusWord{"closed", TicketStatus::solved},
    StatusWord{"resolved", TicketStatus::solved},  StatusWord{"done", TicketStatus::solved},
    StatusWord{"completed", TicketStatus::solved}, StatusWord{"merged", TicketStatus::solved},
    StatusWord{"archived", TicketStatus::solved},  StatusWord{"open", TicketStatus::open},
    StatusWord{"in progress", TicketStatus::open}, StatusWord{"pending", TicketStatus::waiting},
    StatusWord{"waiting", TicketStatus::waiting},  StatusWord{"hold", TicketStatus::waiting},
    StatusWord{"on hold", TicketStatus::waiting},  StatusWord{"snoozed", TicketStatus::waiting},
    StatusWord{"new", TicketStatus::fresh},        StatusWord{"fresh", TicketStatus::fresh},
    StatusWord{"unassigned", TicketStatus::fresh},
};

// "Feature-Request" as "feature request".
std::string spoken(std::string_view word) {
  std::string plain;
  for (const char c : word) {
    if (c >= 'A' && c <= 'Z')
      plain += static_cast<char>(c - 'A' + 'a');
    else
      plain += c == '_' || c == '-' ? ' ' : c;
  }
  return plain;
}

std::optional<TicketType> known_type(std::string_view word) {
  const std::string plain = spoken(word);
  const auto* found = std::find_if(kTypes.begin(), kTypes.end(),
                                   [&](const TypeWord& each) { return each.word == plain; });
  if (found == kTypes.end()) return std::nullopt;
  return found->type;
}

}  // namespace

TicketType type_of(std::string_view word, const std::vector<std::string>& tags) {
  const auto told = known_type(word);
  if (told && *told != TicketType::question) return *told;
  for (const auto& tag : tags)
    if (const auto type = known_type(tag); type && *type != TicketType::question) return *type;
  return TicketType::question;
}

std::optional<TicketStatus> status_of(std::string_view word) {
  const std::string plain = spoken(word);
  const auto* found = std::find_if(kStatuses.begin(), kStatuses.end(),
                                   [&](const StatusWord& each) { return each.word == plain; });
  if (found != kStatuses.end()) return found->status;
  if (plain.starts_with("pending")) return TicketStatus::waiting;  // Zammad: "pending reminder"
  return std::nullopt;
}

}  // namespace kb::tickets
