// What customers wish for: tickets about bugs, missing features and known limits, put together by
// what they mean, the one that most customers have first.
//
//   for (const Wish& wish : wishes_in(tickets, {.now = now}, stemmers))
//     print(wish.label, wish.customers, gap_trend_name(wish.trend), wish.tickets);
//
// Customers are distinct ones; a ticket of nobody known counts as one of its own. Wishes in other
// languages are linked where their tickets have the same topic and type, and share a tag if both
// have any. Texts are those of the store's tickets, which hold no personal data. Pure; seconds for
// tens of thousands of tickets.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/insights/gaps/gap.h"
#include "core/text/stemmer.h"

namespace kb::insights {

struct WishLink {
  std::string lang = {};
  std::string label = {};

  bool operator==(const WishLink&) const = default;
};

struct Wish {
  std::string lang = {};
  std::string label = {};                         // the subject of a ticket that stands for all
  std::vector<std::string> words = {};            // what holds it together
  TicketType type = TicketType::feature_request;  // the most frequent
  std::string topic = {};                         // likewise; may be empty
  std::vector<std::string> tags = {};             // of any of its tickets, sorted
  std::int64_t customers = 0;
  std::int64_t recent = 0;            // of them in the last kWishDays
  std::int64_t before = 0;            // in as many days before these
  GapTrend trend = GapTrend::steady;  // never `solved`
  Time newest = {};
  std::vector<std::string> tickets = {};  // "zendesk/1042", the newest first
  std::vector<WishLink> elsewhere = {};

  bool operator==(const Wish&) const = default;
};

inline constexpr std::chrono::days kWishDays{90};

bool is_wish(const Ticket& ticket);

struct WishPeriod {
  Time now;
  bool compares = true;  // tickets reach back far enough to tell a trend
};
std::vector<Wish> wishes_in(const std::vector<Ticket>& tickets, const WishPeriod& period,
                            text::Stemmers& stemmers);

// Those of several calls, each of other languages, as one call would have given them.
std::vector<Wish> together(std::vector<Wish> wishes);

}  // namespace kb::insights
