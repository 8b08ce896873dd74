#include "server/events/query_id.h"

#include <charconv>
#include <cstdint>

#include "core/base/secrets.h"

namespace kb {
namespace {

constexpr std::size_t kTime = 8;     // hex digits: seconds since 1970, until 2106
constexpr std::size_t kRandom = 12;  // of random_token's letters, 6 bits each
constexpr std::size_t kMark = 12;    // hex digits
constexpr std::size_t kBody = kTime + kRandom;
constexpr std::chrono::minutes kClocksDiffer{5};  // of servers that share a store

std::string mark_of(std::string_view key, std::string_view body) {
  return keyed_hash(key, "query " + std::string(body)).substr(0, kMark);
}

std::string hex_time(Time time) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  auto seconds = static_cast<std::uint32_t>(time.time_since_epoch().count());
  std::string digits(kTime, '0');
  for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, seconds /= 16)
    *digit = kDigits[seconds % 16];
  return digits;
}

}  // namespace

std::string make_query_id(std::string_view key, Time now) {
  const std::string body = hex_time(now) + random_token().substr(0, kRandom);
  return body + mark_of(key, body);
}

bool is_query_id(std::string_view key, std::string_view id, Time now) {
  if (id.size() != kBody + kMark) return false;
  std::uint32_t seconds = 0;
  const auto [end, error] = std::from_chars(id.data(), id.data() + kTime, seconds, 16);
  if (error != std::errc{} || end != id.data() + kTime) return false;
  const Time given{std::chrono::seconds(seconds)};
  if (given > now + kClocksDiffer || now - given > kQueryIdLifetime) return false;
  return equal_secrets(mark_of(key, id.substr(0, kBody)), id.substr(kBody));
}

}  // namespace kb
