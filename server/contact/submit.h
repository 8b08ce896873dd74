// A customer's message becomes a ticket: kept together with all that is to be sent out about it,
// before anybody is thanked.
//
//   auto sent = submit(context, {.message = message, .opening = opening, .send_key = key,
//                                .trail = trail});
//   sent->number          // 1042
//   sent->token           // of its private page; the same each time it is sent
//
// One transaction: a ticket without its deliveries does not exist. The same send key makes one
// ticket. What the store cannot take is an Error, and then nothing is kept. Thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "server/contact/contact_desk.h"
#include "server/contact/contact_message.h"
#include "server/events/trail.h"
#include "server/pages/page_context.h"

namespace kb {

inline constexpr std::string_view kProgram = "api";  // the channel of /api/v1/tickets

struct Submission {
  ContactMessage message;
  Opening opening;
  std::string send_key;
  std::string channel = "form";
  Trail trail = {};  // empty: left out
};

struct Sent {
  std::int64_t number = 0;
  std::string token = {};
  bool is_new = false;
};

Result<Sent> submit(const PageContext& context, const Submission& submission);

}  // namespace kb
