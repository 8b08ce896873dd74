// A ticket is what one customer asked and how it was answered: plain values, read from a helpdesk's
// export (core/tickets) and kept in the store (core/store/ticket_table.h).
//
//   (`source`, `id`) names one ticket; to_key(ticket) -> "zendesk/1042"
//   is_answer(ticket)                   // solved, about the product, with an answer: others may
//   learn from it
//
// Texts are plain text without mail furniture and without personal data. All strings are UTF-8 in
// NFC. Values, so as thread-safe as any.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"

namespace kb {

// The last three are no demand for answers: they are counted apart.
enum class TicketType { question, bug, feature_request, known_limitation, spam, misrouted, merged };
enum class TicketStatus { fresh, open, waiting, solved };

// An article that a reply links to.
struct TicketLink {
  std::string lang;
  std::string article;  // its id
  std::string anchor;   // may be empty

  auto operator<=>(const TicketLink&) const = default;
};

// How long it lay with whom, in seconds; nothing where the helpdesk does not say.
struct TicketStages {
  std::optional<std::int64_t> agent;
  std::optional<std::int64_t> customer;
  std::optional<std::int64_t> other_team;

  bool operator==(const TicketStages&) const = default;
};

struct TicketCustomer {
  std::string hash;  // keyed hash of the address or the helpdesk's id; empty: unknown
  std::string plan;
  std::optional<Time> renews;
  std::optional<Time> churned;

  bool operator==(const TicketCustomer&) const = default;
};

struct Ticket {
  std::string source;  // the helpdesk's name in kb.yaml
  std::string id;      // there
  std::string lang;    // canonical BCP 47 tag
  TicketType type = TicketType::question;
  TicketStatus status = TicketStatus::solved;
  std::string subject;
  std::string question;
  std::string answer;  // the last public reply before it was solved; empty: there was none
  std::string topic;
  std::vector<std::string> tags;
  Time created;
  std::optional<Time> first_response;
  std::optional<Time> solved;
  TicketStages waited;
  int replies = 0;  // public ones, by agents
  std::string channel;
  std::string team;
  TicketCustomer customer;
  std::optional<int> satisfaction;  // 1 to 5
  std::vector<TicketLink> links;
  std::map<std::string, std::int64_t> redacted;  // what was taken out, by kind: {"e-mail": 2}

  bool operator==(const Ticket&) const = default;
};

inline std::string to_key(const Ticket& ticket) {
  return ticket.source + "/" + ticket.id;
}

inline bool is_volume(TicketType type) {
  return type < TicketType::spam;
}

inline bool is_answer(const Ticket& ticket) {
  return ticket.status == TicketStatus::solved && is_volume(ticket.type) && !ticket.answer.empty();
}

}  // namespace kb
