// What the console needs of tickets from the contact form, looked up for the agent who asks.
//
//   const auto open = open_tickets(staff, generation.get());       // newest first
//   const auto part = contact_part_of(staff, generation.get(), **contact);
//   const auto ids = articles_seen(**contact);                     // "billing/refund": not_helped
//
// An article of a trail has its title where it still is one that agents can read, else its id. An
// Error is the store's. Thread-safe.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/index/generation.h"
#include "core/store/contact_tickets.h"
#include "server/agent/contact_part.h"
#include "server/staff_request.h"

namespace kb {

// `generation`: null where there is no index yet.
Result<std::vector<page::OpenTicket>> open_tickets(const StaffRequest& staff,
                                                   const index::Generation* generation);
page::ContactPart contact_part_of(const StaffRequest& staff, const index::Generation* generation,
                                  const store::ContactTicket& contact);

// What became of an article before the customer wrote.
enum class Seen { no, read, not_helped };

// By id: what did not help in one language is no help in another.
std::map<std::string, Seen> articles_seen(const store::ContactTicket& contact);

}  // namespace kb
