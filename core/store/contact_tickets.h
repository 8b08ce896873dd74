// What customers sent with the contact form: kept until it is delivered, and some time after.
//
//   auto put = put_contact_ticket(sql, ticket);       // {.number = 1042, .is_new = true}
//   find_contact_ticket_by_token(sql, hash_of_secret(token))     // its private page
//   close_contact_ticket(sql, 1042, ContactState::solved_by_customer, now)
//
// The same `send_key` (one opening of the form and what it says) makes one ticket, however often it
// is sent. Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

enum class ContactState { open, solved_by_customer, answered };

std::string_view contact_state_name(ContactState state);  // "open", "solved", "answered"

struct ContactTicket {
  std::int64_t number = 0;      // given by put_contact_ticket, from 1001
  std::string token_hash = {};  // of the secret in the private page's address
  std::string send_key = {};
  std::string form = {};  // the opening of the form that sent it
  ContactState state = ContactState::open;
  std::string lang = {};
  std::string category = {};  // key; may be empty
  std::string channel = {};
  std::string subject = {};
  std::string description = {};
  std::string email = {};
  std::string customer = {};  // keyed hash of the address (ticket_key)
  std::string page = {};      // where they came from; may be empty
  std::string trail = {};     // JSON (server/events/trail.h); empty: left out
  std::int64_t visitor = 0;
  Time created = {};
  std::optional<Time> closed = {};
  std::optional<Time> erased = {};  // texts, address and trail are gone since

  bool operator==(const ContactTicket&) const = default;
};

struct PutContact {
  std::int64_t number = 0;
  bool is_new = false;
};

Result<PutContact> put_contact_ticket(Sql& sql, const ContactTicket& ticket);
Result<std::optional<ContactTicket>> find_contact_ticket(Sql& sql, std::int64_t number);
Result<std::optional<ContactTicket>> find_contact_ticket_by_token(Sql& sql,
                                                                  std::string_view token_hash);
// The one that was sent first with that key, if any.
Result<std::optional<ContactTicket>> find_contact_ticket_by_send_key(Sql& sql,
                                                                     std::string_view send_key);
Result<std::vector<ContactTicket>> contact_tickets_of(Sql& sql, std::string_view customer);
Result<std::vector<ContactTicket>> newest_contact_tickets(Sql& sql, int limit);

// False where it was closed before.
Result<bool> close_contact_ticket(Sql& sql, std::int64_t number, ContactState state, Time now);

// Texts, addresses and trails of tickets closed or created before `before` that wait for no
// delivery; what was sent goes with them. Of a customer: whatever waits, and the hash as well.
Result<std::int64_t> erase_contact_texts(Sql& sql, Time before, Time now);
Result<std::int64_t> erase_contact_texts_of(Sql& sql, std::string_view customer, Time now);

}  // namespace kb::store
