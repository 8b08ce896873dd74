#include "core/store/event.h"

#include <array>

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 14> kActionNames = {
    "page_viewed",
    "searched",
    "suggested",
    "clicked",
    "read",
    "voted",
    "surveyed",
    "contact_opened",
    "suggestion_shown",
    "suggestion_clicked",
    "contact_solved",
    "ticket_submitted",
    "ticket_resolved",
    "article_linked",
};
static_assert(kActionNames.size() == static_cast<std::size_t>(Action::article_linked));

}  // namespace

std::string_view action_name(Action action) {
  return kActionNames.at(static_cast<std::size_t>(action) - 1);
}

std::optional<Action> parse_action(std::string_view name) {
  for (std::size_t i = 0; i < kActionNames.size(); ++i)
    if (kActionNames[i] == name) return static_cast<Action>(i + 1);
  return std::nullopt;
}

}  // namespace kb::store
