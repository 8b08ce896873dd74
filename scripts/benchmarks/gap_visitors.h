// The made-up visitors of the gaps' benchmark: what they ask, in words of no language.
//
//   GapVisitors visitors({.first_day = 20'400, .days = 56, .topics = 2'000});
//   visitors.session(session)        // its events: a search or two, a click, now and then a ticket
//   visitors.resolved(17)            // a helpdesk's ticket: a question, or something wished for
//   visitors.article(17)             // {"Bode kilu", "bode kilu ravo …"}: the text that answers it
//
// The same number gives the same session. Not thread-safe.

#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/store/contact_tickets.h"
#include "core/store/event.h"

namespace kb::bench {

class GapVisitors {
 public:
  struct Wish {
    std::int64_t first_day = 0;
    std::int64_t days = 56;
    std::uint64_t topics = 2'000;
  };
  struct Session {
    std::vector<store::Event> events;
    std::int64_t searches = 0;
  };
  struct Article {
    std::string lang;
    std::string title;
    std::string text;
  };

  explicit GapVisitors(const Wish& wish);

  Session session(std::int64_t number);
  store::ContactTicket ticket(std::int64_t number);
  Ticket resolved(std::int64_t number);
  Article article(std::uint64_t topic) const;
  static constexpr std::uint64_t kAnsweredFrom = 200;  // topics before it have no article

 private:
  std::string question(std::uint64_t topic, std::size_t lang);
  std::string sentences(int count, std::uint64_t topic, std::size_t lang);
  std::uint64_t few(std::uint64_t below);
  std::uint64_t draw(std::uint64_t below) { return random_() % below; }

  const Wish wish_;
  std::mt19937_64 random_{20260314};
};

}  // namespace kb::bench
