#include "server/coverage/wish_list.h"

namespace kb {

std::string_view wish_type_name(TicketType type) {
  switch (type) {
    case TicketType::bug:
      return "bug";
    case TicketType::known_limitation:
      return "known_limitation";
    default:
      return "feature_request";
  }
}

std::optional<TicketType> parse_wish_type(std::string_view name) {
  for (const auto type : kWishTypes)
    if (wish_type_name(type) == name) return type;
  return std::nullopt;
}

void keep_chosen(const WishFilter& filter, std::vector<insights::Wish>& wishes) {
  std::erase_if(wishes, [&](const insights::Wish& wish) {
    return (filter.type && wish.type != *filter.type) ||
           (!filter.lang.empty() && wish.lang != filter.lang);
  });
}

}  // namespace kb
