#include "server/http/trusted_proxies.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstddef>

#include "server/http/field_value.h"

namespace kb::http {
namespace {

constexpr int kMappedBits = 96;  // of the prefix ::ffff:0:0/96 that holds IPv4
constexpr std::array<std::uint8_t, 12> kMappedPrefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};

bool is_mapped(const Address& address) {
  return std::equal(kMappedPrefix.begin(), kMappedPrefix.end(), address.bytes().begin());
}

bool same_prefix(const Address& a, const Address& b, int bits) {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(a.bytes().begin(), a.bytes().begin() + static_cast<std::ptrdiff_t>(whole),
                  b.bytes().begin())) {
    return false;
  }
  if (bits % 8 == 0) return true;
  return (a.bytes()[whole] ^ b.bytes()[whole]) >> (8 - bits % 8) == 0;
}

// Some proxies add the port: "192.0.2.1:4711", "[2001:db8::1]:4711".
std::string_view without_port(std::string_view hop) {
  if (hop.starts_with('[')) return hop.substr(1, hop.find(']') - 1);
  if (std::ranges::count(hop, ':') == 1) return hop.substr(0, hop.find(':'));
  return hop;
}

std::vector<std::string_view> hops_of(const std::vector<std::string_view>& values) {
  std::vector<std::string_view> hops;
  for (std::string_view value : values) {
    for (std::string_view hop : list_items(value)) hops.push_back(without_port(hop));
  }
  return hops;
}

}  // namespace

std::optional<Address> Address::parse(std::string_view text) {
  const std::string terminated(text);
  Address address;
  if (inet_pton(AF_INET6, terminated.c_str(), address.bytes_.data()) == 1) return address;
  std::ranges::copy(kMappedPrefix, address.bytes_.begin());
  if (inet_pton(AF_INET, terminated.c_str(), address.bytes_.data() + kMappedPrefix.size()) == 1) {
    return address;
  }
  return std::nullopt;
}

std::string Address::to_string() const {
  std::array<char, INET6_ADDRSTRLEN> text{};
  const bool v4 = is_mapped(*this);
  inet_ntop(v4 ? AF_INET : AF_INET6, bytes_.data() + (v4 ? kMappedPrefix.size() : 0), text.data(),
            text.size());
  return text.data();
}

std::optional<TrustedProxies::Network> TrustedProxies::parse_network(std::string_view text) {
  const std::string_view host = text.substr(0, text.find('/'));
  const auto address = Address::parse(host);
  if (!address) return std::nullopt;
  const bool v4 = host.find(':') == std::string_view::npos;
  const int longest = v4 ? 32 : 128;

  int bits = longest;
  if (host.size() < text.size()) {
    const std::string_view digits = text.substr(host.size() + 1);
    const char* const last = digits.data() + digits.size();
    const auto [end, error] = std::from_chars(digits.data(), last, bits);
    if (error != std::errc() || end != last || bits < 0 || bits > longest) return std::nullopt;
  }
  return Network{*address, v4 ? bits + kMappedBits : bits};
}

Result<TrustedProxies> TrustedProxies::parse(const std::vector<std::string>& networks) {
  TrustedProxies proxies;
  for (const std::string& text : networks) {
    const auto network = parse_network(text);
    if (!network) {
      return fail("trusted proxy is not a network: '" + text + "'", {},
                  "write it as 10.0.0.0/8, fd00::/8 or a single address");
    }
    proxies.networks_.push_back(*network);
  }
  return proxies;
}

bool TrustedProxies::trusts(const Address& address) const {
  return std::ranges::any_of(networks_, [&](const Network& network) {
    return same_prefix(network.base, address, network.prefix_bits);
  });
}

bool TrustedProxies::trusts(std::string_view address) const {
  const auto parsed = Address::parse(address);
  return parsed && trusts(*parsed);
}

std::string TrustedProxies::client_of(const std::string& peer,
                                      const std::vector<std::string_view>& forwarded_for) const {
  std::string client = peer;
  const auto hops = hops_of(forwarded_for);
  for (auto hop = hops.rbegin(); hop != hops.rend() && trusts(client); ++hop) {
    const auto address = Address::parse(*hop);
    if (!address) break;
    client = address->to_string();
  }
  return client;
}

}  // namespace kb::http
