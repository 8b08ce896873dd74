// What the contact form needs beyond one request: the draw that decides who sees suggestions, a
// limit on how much one sender sends, what a form has shown already.
//
//   ContactDesk desk({config, clock, events, even_random});
//   Opening opening = desk.open();                   // {.id = "k3…", .opened = now, .holdout = …}
//   std::string token = desk.seal(opening);          // goes with the form and comes back with it
//   if (auto wait = desk.wait("203.0.113.7", 5)) …   // too many within ten minutes
//
// What it remembers is bounded (the oldest goes first) and gone at a restart. Thread-safe.

#pragma once

#include <chrono>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "core/base/clock.h"
#include "core/base/config.h"

namespace kb {

class Events;

inline constexpr std::chrono::minutes kSendWindow{10};
inline constexpr std::chrono::hours kFormLifetime{24};

// One opening of the form. Of the holdout, it shows no suggestions: what they are worth is known by
// comparing.
struct Opening {
  std::string id;
  Time opened = {};
  bool holdout = false;

  bool operator==(const Opening&) const = default;
};

double even_random();  // from 0 to below 1

class ContactDesk {
 public:
  static constexpr std::size_t kMostRemembered = 20'000;

  struct Parts {
    const Config& config;
    const Clock& clock;
    Events& events;
    std::function<double()> random;  // from 0 to below 1
  };
  explicit ContactDesk(Parts parts) : parts_(std::move(parts)) {}

  Events& events() const { return parts_.events; }

  Opening open() const;
  std::string seal(const Opening& opening) const;
  // Forged, changed, or older than kFormLifetime: nothing.
  std::optional<Opening> unseal(std::string_view token) const;

  // Counts one more of `sender`'s messages; how long to wait where that makes more than `most`
  // within kSendWindow.
  std::optional<std::chrono::seconds> wait(const std::string& sender, std::size_t most);

  // Whether that form shows it for the first time.
  bool shows_first(const std::string& form, const std::string& object);

 private:
  const Parts parts_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::deque<Time>> sent_;
  std::unordered_set<std::string> shown_;
  std::deque<std::string> shown_order_;
};

}  // namespace kb
