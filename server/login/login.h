// What logging in needs beyond one request: who guesses too fast, how passwords are kept, which
// proxies vouch for people, what a command on this machine shows.
//
//   auto login = Login::create(config, clock, Passwords::Cost::interactive);
//   (*login)->throttle.begin(name, request.client_address)
//
// Thread-safe: each part is. A malformed proxy network is an Error.

#pragma once

#include <memory>
#include <string>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/secrets.h"
#include "server/http/trusted_proxies.h"
#include "server/login/password.h"
#include "server/login/throttle.h"

namespace kb {

class Login {
 public:
  static Result<std::unique_ptr<Login>> create(const Config& config, const Clock& clock,
                                               Passwords::Cost cost) {
    auto proxies = http::TrustedProxies::parse(config.server.trusted_proxies);
    if (!proxies) return fail(proxies.error());
    return std::unique_ptr<Login>(new Login(clock, cost, std::move(*proxies)));
  }

  Passwords passwords;
  Throttle throttle;
  const http::TrustedProxies proxies;
  const std::string local_token = random_token();  // of commands on this machine (local_admin.h)

 private:
  Login(const Clock& clock, Passwords::Cost cost, http::TrustedProxies trusted)
      : passwords(cost), throttle(clock), proxies(std::move(trusted)) {}
};

}  // namespace kb
