// How many mails anybody may have us send to somebody: a few an hour to one address, some more
// from one network.
//
//   MailLimit::Verdict verdict = limit.ask(customer_hash, request.client_address, clock.now());
//
// What it remembers is of one hour, bounded, and gone at a restart; once full it refuses. An
// address of IPv6 counts by its /64. Thread-safe.

#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <string>
#include <unordered_map>

#include "core/base/clock.h"

namespace kb {

class MailLimit {
 public:
  static constexpr int kMostToOne = 3;
  static constexpr int kMostFromOne = 20;
  static constexpr std::size_t kMostRemembered = 50'000;

  enum class Verdict {
    send,
    enough,    // that address has had its mails: nothing more is sent, and nobody told
    too_many,  // whoever asks may ask again in an hour
  };

  Verdict ask(const std::string& recipient, const std::string& client_address, Time now);

 private:
  std::mutex mutex_;
  std::int64_t hour_ = 0;
  std::unordered_map<std::string, int> asked_;
};

}  // namespace kb
