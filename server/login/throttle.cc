#include "server/login/throttle.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>

#include "server/http/trusted_proxies.h"

namespace kb {
namespace {

using std::chrono::seconds;

constexpr int kFree = 5;
constexpr seconds kLongestOfAccount{60};
constexpr seconds kLongestOfNetwork{15 * 60};
constexpr seconds kForgotten{60 * 60};

seconds wait_after(int failures, seconds longest) {
  if (failures < kFree) return seconds{0};
  const int doublings = std::min(failures - kFree, 20);
  return std::min(seconds{std::int64_t{1} << doublings}, longest);
}

}  // namespace

std::string network_of(const std::string& address) {
  const auto parsed = http::Address::parse(address);
  if (!parsed || address.find(':') == std::string::npos) return address;
  const auto& bytes = parsed->bytes();
  std::string network;
  for (std::size_t i = 0; i < 8; i += 2) {
    std::array<char, 8> group{};
    std::snprintf(group.data(), group.size(), "%x:", bytes[i] * 256U + bytes[i + 1]);
    network += group.data();
  }
  return network + ":";
}

Throttle::Count& Throttle::Counts::of(const std::string& name, Time now) {
  if (const auto place = places_.find(name); place != places_.end()) {
    entries_.splice(entries_.begin(), entries_, place->second);
  } else {
    if (entries_.size() >= kMostRemembered) {
      places_.erase(entries_.back().first);
      entries_.pop_back();
    }
    entries_.push_front({name, {0, now}});
    places_[name] = entries_.begin();
  }
  Count& count = entries_.front().second;
  if (now - count.last >= kForgotten) count = {0, now};
  return count;
}

void Throttle::Counts::remove(const std::string& name) {
  const auto place = places_.find(name);
  if (place == places_.end()) return;
  entries_.erase(place->second);
  places_.erase(place);
}

std::string Throttle::account_key(const std::string& account, const std::string& network) const {
  const std::string pair = account + "\n" + network;
  return familiar_.has(pair) ? pair : account;
}

std::optional<seconds> Throttle::begin(const std::string& account, const std::string& address) {
  const std::lock_guard lock(mutex_);
  const Time now = clock_.now();
  const std::string network = network_of(address);
  Count& of_account = accounts_.of(account_key(account, network), now);
  Count& of_network = networks_.of(network, now);
  const Time next = std::max(of_account.last + wait_after(of_account.failures, kLongestOfAccount),
                             of_network.last + wait_after(of_network.failures, kLongestOfNetwork));
  if (next > now) return next - now;
  for (Count* count : {&of_account, &of_network}) *count = {count->failures + 1, now};
  return std::nullopt;
}

void Throttle::succeeded(const std::string& account, const std::string& address) {
  const std::lock_guard lock(mutex_);
  const Time now = clock_.now();
  const std::string network = network_of(address);
  accounts_.remove(account_key(account, network));
  Count& of_network = networks_.of(network, now);
  of_network.failures = std::max(0, of_network.failures - 1);  // this try was none
  familiar_.of(account + "\n" + network, now);
}

}  // namespace kb
