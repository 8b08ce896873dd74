// The customers' wishes of the last year: read from the store, and chosen from.
//
//   auto wishes = read_wishes(store, clock.now());
//   keep_chosen({.type = TicketType::bug, .lang = "pl"}, *wishes);
//
// A trend is told where tickets reach back far enough. An Error is the store's. Words are put
// together anew each time: tenths of a second for thousands of tickets. Thread-safe.

#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/insights/wishes.h"
#include "core/store/store.h"

namespace kb {

inline constexpr std::chrono::days kWishesKept{365};

struct WishFilter {
  std::optional<TicketType> type = {};  // one of kWishTypes
  std::string lang = {};

  bool operator==(const WishFilter&) const = default;
};

inline constexpr std::array kWishTypes = {TicketType::feature_request, TicketType::bug,
                                          TicketType::known_limitation};
std::string_view wish_type_name(TicketType type);  // "feature_request"
std::optional<TicketType> parse_wish_type(std::string_view name);

Result<std::vector<insights::Wish>> read_wishes(const store::Store& store, Time now);
void keep_chosen(const WishFilter& filter, std::vector<insights::Wish>& wishes);

}  // namespace kb
