// Signatures as Standard Webhooks writes them: whoever knows the secret sees that a message comes
// from here and is not an old one.
//
//   auto secret = WebhookSecret::parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
//   secret->sign("ticket/1042/webhook", now, body)      // "v1,K5oZ…=", of "id.seconds.body"
//
// HMAC-SHA256 from libsodium. Immutable, so thread-safe. A secret that is none is an Error that
// says how to make one.

#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb {

class WebhookSecret {
 public:
  static Result<WebhookSecret> parse(std::string_view text);

  std::string sign(std::string_view id, Time at, std::string_view body) const;

 private:
  explicit WebhookSecret(std::string key) : key_(std::move(key)) {}

  std::string key_;
};

}  // namespace kb
