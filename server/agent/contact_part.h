// What the console shows of the contact form: the open tickets, and the one at hand with what its
// customer did before.
//
//   model["contact"] = contact_part(frame, {.name = "contact/1042", .state = "open", …});
//   model["open_tickets"] = open_ticket_items(frame, tickets);
//
// Texts are the customer's own, with their personal data: for agents alone. Plain values, pure,
// thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/frame.h"

namespace kb::page {

struct OpenTicket {
  std::string name = {};  // "contact/1042"
  std::string url = {};
  std::string subject = {};  // empty: erased
  std::string lang = {};
  std::string category = {};  // in words; may be empty
  Time created = {};
  std::chrono::seconds age{0};
};

struct TrailLine {
  std::string kind = {};  // "searched", "read", "helped", "not_helped", "suggested"
  std::string text = {};  // the query, or the article's title
  std::string url = {};   // of an article that is there
  std::string lang = {};
};

struct ContactPart {
  OpenTicket ticket = {};
  std::string state = {};  // "open", "solved", "answered"
  std::optional<Time> erased = {};
  std::string description = {};
  std::string email = {};
  std::string from = {};  // the product's page where they came from; may be empty
  std::vector<TrailLine> trail = {};
};

nlohmann::json open_ticket_items(const Frame& frame, const std::vector<OpenTicket>& tickets);
nlohmann::json contact_part(const Frame& frame, const ContactPart& contact);

}  // namespace kb::page
