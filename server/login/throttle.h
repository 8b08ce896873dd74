// Slows down who guesses passwords: after five failures each further try has to wait, twice as long
// each time.
//
//   if (auto wait = throttle.begin("ana", "203.0.113.7")) return too_many(*wait);   // Retry-After
//   … check the password …
//   if (right) throttle.succeeded("ana", "203.0.113.7");
//
// A try counts as failed from its beginning, so that many at once gain nothing. Two counts must
// both allow it: the account's, with waits up to a minute, and the address's (IPv6: its /64), up to
// a quarter of an hour. A success clears the account's count, never the address's: its owner may
// not clear the way with an account of his own. Both are forgotten after an hour without a try.
//
// The trade-off: the account's short waits let a botnet try some 1,400 passwords a day, which the
// passwords refused in common_passwords.h are made to withstand; longer waits would let anyone lock
// anyone out. And who logged in from an address before is not slowed down there by failures
// elsewhere: that pair is counted by itself. What it remembers is bounded (the longest unused goes
// first) and gone at a restart. Thread-safe.

#pragma once

#include <chrono>
#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/clock.h"

namespace kb {

class Throttle {
 public:
  static constexpr std::size_t kMostRemembered = 20'000;  // of each kind

  explicit Throttle(const Clock& clock) : clock_(clock) {}

  // How long to wait before the next try; nothing: go ahead.
  std::optional<std::chrono::seconds> begin(const std::string& account, const std::string& address);
  void succeeded(const std::string& account, const std::string& address);

 private:
  struct Count {
    int failures = 0;
    Time last{};
  };

  // Counts by name; the one used longest ago makes room.
  class Counts {
   public:
    Count& of(const std::string& name, Time now);
    bool has(const std::string& name) const { return places_.contains(name); }
    void remove(const std::string& name);

   private:
    using Entry = std::pair<std::string, Count>;
    std::list<Entry> entries_;  // used latest first
    std::unordered_map<std::string, std::list<Entry>::iterator> places_;
  };

  std::string account_key(const std::string& account, const std::string& network) const;

  const Clock& clock_;
  std::mutex mutex_;
  Counts accounts_;
  Counts networks_;
  Counts familiar_;  // account and network that went together before
};

// "203.0.113.7" -> itself, "2001:db8:1:2::7" -> "2001:db8:1:2::"
std::string network_of(const std::string& address);

}  // namespace kb
