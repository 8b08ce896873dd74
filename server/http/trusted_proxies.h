// Which peers may speak for others: the proxies in front, given as networks.
//
//   auto proxies = TrustedProxies::parse({"127.0.0.1/32", "fd00::/8"});
//   proxies->client_of("127.0.0.1", {"203.0.113.9, 198.51.100.7"})  -> "198.51.100.7"
//
// X-Forwarded-For is written by whoever likes to; only what trusted hops appended is believed:
// reading from the right, the first address that is no trusted proxy is the client.
// Immutable, so thread-safe. A malformed network is an Error naming it.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::http {

// IPv4 is kept as IPv4-mapped IPv6, so that both compare alike.
class Address {
 public:
  static std::optional<Address> parse(std::string_view text);  // "192.0.2.1", "2001:db8::1"
  std::string to_string() const;                               // canonical; mapped ones as IPv4

  const std::array<std::uint8_t, 16>& bytes() const { return bytes_; }

 private:
  std::array<std::uint8_t, 16> bytes_{};
};

class TrustedProxies {
 public:
  static Result<TrustedProxies> parse(const std::vector<std::string>& networks);

  bool trusts(std::string_view address) const;

  // `forwarded_for`: the values of X-Forwarded-For in the order in which they came.
  std::string client_of(const std::string& peer,
                        const std::vector<std::string_view>& forwarded_for) const;

 private:
  struct Network {
    Address base;
    int prefix_bits;  // of 128
  };

  bool trusts(const Address& address) const;
  static std::optional<Network> parse_network(std::string_view text);

  std::vector<Network> networks_;
};

}  // namespace kb::http
