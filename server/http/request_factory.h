// A Request out of a head and a body: address decoded, proxies believed or not, an id given.
//
//   RequestFactory factory(proxies, seed);
//   Request request = factory.make(std::move(head), std::move(body), "192.0.2.1");
//   if (request.path.empty()) …                       // the target is no address: answer 400
//
// Belongs to one thread (it draws the ids).

#pragma once

#include <cstdint>
#include <random>
#include <string>

#include "server/http/message.h"
#include "server/http/request_head.h"
#include "server/http/trusted_proxies.h"

namespace kb::http {

class RequestFactory {
 public:
  RequestFactory(const TrustedProxies& proxies, std::uint64_t seed)
      : proxies_(proxies), random_(seed) {}

  Request make(Head head, std::string body, const std::string& peer);

 private:
  void believe_proxy(Request& request, const std::string& peer) const;
  std::string new_id();

  const TrustedProxies& proxies_;
  std::mt19937_64 random_;
};

}  // namespace kb::http
