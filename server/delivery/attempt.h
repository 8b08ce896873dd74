// What became of one attempt to send something.
//
//   Attempt{.outcome = Attempt::Outcome::failed, .problem = "HTTP 503", .retry_after = 120s}
//
// A plain value. `problem` says what happened in words for the operator; it is empty where the
// attempt succeeded.

#pragma once

#include <chrono>
#include <optional>
#include <string>

namespace kb {

struct Attempt {
  enum class Outcome {
    delivered,
    failed,   // may succeed later
    refused,  // never will: not tried again
  };

  Outcome outcome = Outcome::delivered;
  std::string problem = {};
  std::optional<std::chrono::seconds> retry_after = {};  // not before, as the receiver asks

  bool operator==(const Attempt&) const = default;
};

}  // namespace kb
