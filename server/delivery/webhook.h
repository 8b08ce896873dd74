// Sends a webhook: one POST, signed as Standard Webhooks has it.
//
//   const Attempt made = post_webhook({.url = "https://desk.example/hook", .id = delivery.key,
//                                      .body = delivery.payload}, *secret, now);
//
// 2xx: delivered. 410: refused, the receiver wants no more. All else failed: other statuses (3xx
// are not followed), no answer in time, no certificate, an address inside a private network where
// that is not allowed. That address is looked at as the socket is made, so that a name that leads
// elsewhere meanwhile changes nothing. Of the answer's body nothing is read. Thread-safe.

#pragma once

#include <string>

#include "core/base/clock.h"
#include "server/delivery/attempt.h"
#include "server/delivery/transfer.h"
#include "server/delivery/webhook_signature.h"

namespace kb {

struct Webhook {
  std::string url;  // http://… or https://…
  std::string id;
  std::string body;  // JSON
  bool private_allowed = false;
  TransferLimits limits = {};
};

Attempt post_webhook(const Webhook& webhook, const WebhookSecret& secret, Time now);

}  // namespace kb
