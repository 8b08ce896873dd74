// When somebody is there to answer, as people write it: days and hours of a week.
//
//   auto hours = OpeningHours::parse("Mo-Fr 09:00-12:30,13:30-17:00; Sa 10:00-14:00");
//   hours->open_until(0, 600)          // Monday, 10:00 -> 750, which is 12:30
//   hours->next_opening(4, 1'020)      // Friday, 17:00 -> {.days = 1, .minute = 600}
//
// An empty text is open always. Minutes are of the day, weekdays count from Monday, 0; whose clock
// it is, the caller knows. A text of another form is an Error with an example. A plain value.

#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb {

class OpeningHours {
 public:
  static Result<OpeningHours> parse(std::string_view text);

  bool is_always() const { return always_; }
  // Nothing: closed. 1,440: until midnight at least.
  std::optional<int> open_until(int weekday, int minute) const;

  struct Opening {
    int days = 0;    // from that day
    int minute = 0;  // of it

    bool operator==(const Opening&) const = default;
  };
  Opening next_opening(int weekday, int minute) const;  // of what is closed then

 private:
  struct Span {
    int begin = 0, end = 0;
  };

  bool always_ = false;
  std::array<std::vector<Span>, 7> days_;  // sorted
};

}  // namespace kb
