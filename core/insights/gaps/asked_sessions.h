// What visitors asked the search on a day, session by session, and whether they were answered.
//
//   AskedSessions sessions(texts, sent, numbers);
//   sessions.add(events_of_one_visitor);          // of one day, of one visitor
//   const AskedDay day = sessions.take();
//
// One asking for each search intent (search_intents.h) that did not fail itself. What was only
// typed tells something where it found nothing or was opened. Left out and counted as `filtered`:
// what is no question (query_noise.h), and whole days of a visitor who asks faster than people do.
// The team itself, and who asks not to be tracked, are left out; votes of the latter are notes. For
// one thread; the parts must outlive it.

#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/asked_texts.h"
#include "core/insights/journey.h"
#include "core/insights/sent_tickets.h"
#include "core/store/event.h"

namespace kb::insights {

struct AskedDay {
  std::vector<Asking> askings;
  std::vector<AskedNote> notes;
  std::vector<std::uint32_t> rejected;  // tickets sent although articles were suggested
  std::int64_t filtered = 0;

  bool operator==(const AskedDay&) const = default;
};

// By the opening of the form: the number of the ticket that it sent.
using FormNumbers = std::unordered_map<std::string, std::int64_t>;

// Who asked, as askings know it: a number that tells nothing.
std::uint64_t customer_number(std::string_view customer);
std::uint64_t visitor_number(std::int64_t visitor, std::int64_t day);

class AskedSessions {
 public:
  AskedSessions(AskedTexts& texts, const SentTickets& sent, const FormNumbers& numbers)
      : texts_(texts), sent_(sent), numbers_(numbers) {}

  void add(std::span<const store::Event> events);
  AskedDay take() { return std::move(day_); }

 private:
  AskedTexts& texts_;
  const SentTickets& sent_;
  const FormNumbers& numbers_;
  AskedDay day_;
};

}  // namespace kb::insights
