#include "core/store/ticket_names.h"

#include <array>
#include <span>
#include <string>

namespace kb::store {
namespace {

// In the order of the enums.
constexpr std::array<std::string_view, 7> kTypes = {
    "question", "bug", "feature_request", "known_limitation", "spam", "misrouted", "merged"};
constexpr std::array<std::string_view, 4> kStatuses = {"fresh", "open", "waiting", "solved"};

static_assert(kTypes.size() == static_cast<std::size_t>(TicketType::merged) + 1);
static_assert(kStatuses.size() == static_cast<std::size_t>(TicketStatus::solved) + 1);

template <class Named>
Result<Named> parse(std::string_view name, std::span<const std::string_view> names,
                    std::string_view what) {
  std::string known;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<Named>(i);
    known += (i == 0 ? "" : ", ") + std::string(names[i]);
  }
  return fail("no " + std::string(what) + " of a ticket: '" + std::string(name) + "'", {},
              "it is one of " + known);
}

}  // namespace

std::string_view ticket_type_name(TicketType type) {
  return kTypes.at(static_cast<std::size_t>(type));
}

std::string_view ticket_status_name(TicketStatus status) {
  return kStatuses.at(static_cast<std::size_t>(status));
}

Result<TicketType> parse_ticket_type(std::string_view name) {
  return parse<TicketType>(name, kTypes, "type");
}

Result<TicketStatus> parse_ticket_status(std::string_view name) {
  return parse<TicketStatus>(name, kStatuses, "status");
}

}  // namespace kb::store
