// Tickets for tests: every field has something in it, and the number tells them apart.
//
//   const Ticket ticket = small_ticket(7);        // zendesk/7
//
// Pure, thread-safe.

#pragma once

#include "core/article/ticket.h"

namespace kb::store {

inline Ticket small_ticket(int number) {
  using namespace std::chrono_literals;
  const Time created{std::chrono::seconds(1780000000 + 3600 * number)};
  Ticket ticket;
  ticket.source = "zendesk";
  ticket.id = std::to_string(number);
  ticket.lang = "pl";
  ticket.type = TicketType::feature_request;
  ticket.status = TicketStatus::waiting;
  ticket.subject = "Faktura " + std::to_string(number);
  ticket.question = "Gdzie jest faktura?\n\"cytat\" — «e-mail»";
  ticket.answer = "W ustawieniach.";
  ticket.topic = "billing";
  ticket.tags = {"vip", "faktura, pro"};
  ticket.created = created;
  ticket.first_response = created + 10min;
  ticket.solved = created + 2h;
  ticket.waited = {600, 1200, 0};
  ticket.replies = 3;
  ticket.channel = "e-mail";
  ticket.team = "support";
  ticket.customer = {"00ff", "pro", created + 24h, created + 48h};
  ticket.satisfaction = 4;
  ticket.links = {{"pl", "billing/invoice", "where"}, {"en", "billing/invoice", ""}};
  ticket.redacted = {{"e-mail", 2}, {"phone", 1}};
  return ticket;
}

// As little as a ticket can have.
inline Ticket bare_ticket(const std::string& id) {
  Ticket ticket;
  ticket.source = "mail";
  ticket.id = id;
  ticket.lang = "en";
  return ticket;
}

}  // namespace kb::store
