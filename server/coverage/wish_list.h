// The customers' wishes, chosen from by what they are and by language.
//
//   auto wishes = center.figures.wishes.read(store, clock.now());        // kept_wishes.h
//   keep_chosen({.type = TicketType::bug, .lang = "pl"}, *wishes);
//   wish_type_name(TicketType::bug)                                      // "bug"
//
// Pure, thread-safe.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/insights/wishes.h"

namespace kb {

struct WishFilter {
  std::optional<TicketType> type = {};  // one of kWishTypes
  std::string lang = {};

  bool operator==(const WishFilter&) const = default;
};

inline constexpr std::array kWishTypes = {TicketType::feature_request, TicketType::bug,
                                          TicketType::known_limitation};
std::string_view wish_type_name(TicketType type);  // "feature_request"
std::optional<TicketType> parse_wish_type(std::string_view name);

void keep_chosen(const WishFilter& filter, std::vector<insights::Wish>& wishes);

}  // namespace kb
