// The customers' wishes of the last year, kept until a ticket changes them.
//
//   KeptWishes kept;
//   auto wishes = kept.read(store, clock.now());      // wishes_in(), or what it was the last time
//
// Only languages with new or changed wishes are put together anew, which takes most of a second for
// ten thousand tickets; all of them once a day, since wishes grow old. No ticket's text is kept. A
// trend is told where tickets reach back far enough. Thread-safe: who asks while another reads
// waits for it. An Error is the store's.

#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/insights/wishes.h"
#include "core/store/store.h"

namespace kb {

inline constexpr std::chrono::days kWishesKept{365};

class KeptWishes {
 public:
  Result<std::vector<insights::Wish>> read(const store::Store& store, Time now);

 private:
  using Languages = std::set<std::string>;

  Result<void> refresh(store::Sql& sql, Time now);
  Result<Languages> changed_since(store::Sql& sql, std::int64_t change) const;
  Result<void> put_together(store::Sql& sql, const Languages& languages, Time now);
  void forget(const std::string& lang);

  std::mutex mutex_;
  std::int64_t change_ = 0;  // of the store's tickets, the last that is known here
  std::optional<Time> day_;  // when all were put together
  std::vector<insights::Wish> wishes_;
  std::unordered_map<std::string, std::string> lang_of_;  // of each ticket that wishes
};

}  // namespace kb
