#include "server/delivery/private_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>

namespace kb {
namespace {

using Bytes = std::array<std::uint8_t, 16>;

struct Network {
  Bytes first;
  int bits;
};

constexpr Network v4(std::uint8_t a, std::uint8_t b, std::uint8_t c, int bits) {
  return {{a, b, c}, bits};
}
constexpr std::array kPrivateV4 = {
    v4(0, 0, 0, 8),       // this network; 0.0.0.0 is this machine
    v4(10, 0, 0, 8),      // private
    v4(100, 64, 0, 10),   // behind a carrier's NAT
    v4(127, 0, 0, 8),     // loopback
    v4(169, 254, 0, 16),  // link-local, and clouds' metadata
    v4(172, 16, 0, 12),   // private
    v4(192, 0, 0, 24),    // protocols' own
    v4(192, 168, 0, 16),  // private
    v4(198, 18, 0, 15),   // benchmarks
    v4(224, 0, 0, 4),     // multicast
    v4(240, 0, 0, 4),     // reserved, broadcast
};
constexpr std::array kPrivateV6 = {
    Network{{}, 96},            // ::, ::1, ::a.b.c.d of old
    Network{{0x01}, 64},        // discarded
    Network{{0xfc}, 7},         // unique local
    Network{{0xfe, 0x80}, 10},  // link-local
    Network{{0xfe, 0xc0}, 10},  // site-local of old
    Network{{0xff}, 8},         // multicast
};
// Where an IPv4 address stands inside one of IPv6, and from which byte.
struct Wrapping {
  Network network;
  std::size_t at;
};
constexpr std::array kWrappings = {
    Wrapping{{{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff}, 96}, 12},     // mapped
    Wrapping{{{0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, 0, 0}, 96}, 12},     // translated
    Wrapping{{{0, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}, 96}, 12},  // NAT64
    Wrapping{{{0x20, 0x02}, 16}, 2},                                    // 6to4
};

bool is_within(const Network& network, std::span<const std::uint8_t> address) {
  for (std::size_t i = 0; i < address.size() && static_cast<int>(i) * 8 < network.bits; ++i) {
    const int left = network.bits - static_cast<int>(i) * 8;
    const auto mask = static_cast<std::uint8_t>(left >= 8 ? 0xff : 0xff << (8 - left));
    if ((address[i] & mask) != (network.first[i] & mask)) return false;
  }
  return true;
}

bool is_private_v4(std::span<const std::uint8_t> address) {
  return std::ranges::any_of(kPrivateV4, [&](const auto& n) { return is_within(n, address); });
}

// NAT64 with a prefix of local choice (64:ff9b:1::/48) and Teredo lead who knows where.
constexpr Network kLocalNat64{{0, 0x64, 0xff, 0x9b, 0, 0x01}, 48};
constexpr Network kTeredo{{0x20, 0x01, 0, 0}, 32};

bool is_private_v6(std::span<const std::uint8_t> address) {
  for (const auto& [network, at] : kWrappings)
    if (is_within(network, address)) return is_private_v4(address.subspan(at, 4));
  if (is_within(kLocalNat64, address) || is_within(kTeredo, address)) return true;
  return std::ranges::any_of(kPrivateV6, [&](const auto& n) { return is_within(n, address); });
}

}  // namespace

bool is_private_address(std::string_view address) {
  const std::string text(address);
  Bytes bytes{};
  if (::inet_pton(AF_INET, text.c_str(), bytes.data()) == 1)
    return is_private_v4(std::span(bytes).first(4));
  if (::inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1) return is_private_v6(bytes);
  return true;
}

bool is_private_address(const sockaddr& address) {
  Bytes bytes{};
  if (address.sa_family == AF_INET) {
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in&>(address).sin_addr, 4);
    return is_private_v4(std::span(bytes).first(4));
  }
  if (address.sa_family == AF_INET6) {
    std::memcpy(bytes.data(), &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, 16);
    return is_private_v6(bytes);
  }
  return true;
}

}  // namespace kb
