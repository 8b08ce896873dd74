// What customers asked the team: tickets of the contact form and of helpdesks, and what agents say
// is not, or wrongly, in an article.
//
//   AskedTickets tickets(calendar, redact);
//   tickets.read(sql, texts, from_day);                  // what is new since the last time
//   tickets.append(AskedPart{…}, days);
//
// A ticket is a question: its subject and the beginning of its text. It failed where no article is
// linked to it; a need or a flag of an agent is told with its ticket. Of helpdesks only questions
// count, no bugs and no wishes. What came by the form and from the helpdesk is one ticket. Texts of
// the form are as their customers wrote them: without `redact` they are left out; erased ones are
// forgotten. For one thread; Sql decides the thread of read(). Errors are the store's.

#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/article/ticket.h"
#include "core/insights/gaps/asked.h"
#include "core/insights/gaps/asked_texts.h"
#include "core/store/rollup_table.h"
#include "core/store/sql.h"
#include "core/text/calendar.h"

namespace kb::insights {

// A text without personal data; `lang`: its language.
using RedactText = std::function<std::string(std::string_view text, std::string_view lang)>;

class AskedTickets {
 public:
  AskedTickets(const text::Calendar& calendar, RedactText redact)
      : calendar_(calendar), redact_(std::move(redact)) {}

  Result<void> read(store::Sql& sql, AskedTexts& texts, std::int64_t from_day);

  // Of those days, by day. `rejected`: tickets sent although articles were suggested.
  void append(std::vector<Asking>& askings, std::vector<AskedNote>& notes,
              const store::DayRange& days, const std::unordered_set<std::uint32_t>& rejected) const;

 private:
  struct Heading {
    std::string lang;
    Asking asking;
    std::uint64_t same_as = 0;  // whose it is and what its subject says; 0: not known
  };

  Result<void> read_tickets(store::Sql& sql, AskedTexts& texts, Time from);
  Result<void> read_links(store::Sql& sql, AskedTexts& texts);
  Result<void> read_contacts(store::Sql& sql, AskedTexts& texts, Time from);
  Result<void> read_needs(store::Sql& sql, AskedTexts& texts, Time from);
  Result<void> read_flags(store::Sql& sql, AskedTexts& texts);
  void take(AskedTexts& texts, const Ticket& ticket);
  void take_contact(AskedTexts& texts, const store::Row& row);
  const Heading* find(const std::string& key) const;
  std::int32_t day_of(Time time) const;

  const text::Calendar& calendar_;
  const RedactText redact_;
  std::map<std::string, Heading> tickets_;                    // by key
  std::map<std::int64_t, Heading> contacts_;                  // by number
  std::unordered_map<std::uint32_t, std::uint32_t> linked_;   // ticket -> article
  std::unordered_map<std::uint32_t, std::uint32_t> flagged_;  // likewise
  std::vector<Asking> needs_;
  std::vector<AskedNote> notes_;
  std::int64_t change_ = 0;  // of the tickets, up to which they are read
};

}  // namespace kb::insights
