#include "server/delivery/back_off.h"

#include <algorithm>
#include <array>

namespace kb {
namespace {

using namespace std::chrono_literals;
using std::chrono::seconds;

constexpr seconds kLongestAskedFor = 1h;
constexpr std::array kWaits = {seconds(5s), seconds(5min), seconds(30min),
                               seconds(2h), seconds(5h),   seconds(10h)};

constexpr seconds longest_in_all() {
  seconds sum{0};
  for (const auto wait : kWaits) sum += std::max(wait, kLongestAskedFor);
  return sum;
}
static_assert(longest_in_all() < 24h);

}  // namespace

std::optional<seconds> wait_after(int attempts, std::optional<seconds> asked_for) {
  const auto made = static_cast<std::size_t>(std::max(attempts, 1));
  if (made > kWaits.size()) return std::nullopt;
  return std::max(kWaits[made - 1], std::min(asked_for.value_or(0s), kLongestAskedFor));
}

}  // namespace kb
