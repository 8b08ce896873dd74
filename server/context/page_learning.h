// What customers opened who came from a page of the product: learned from their clicks of the last
// four weeks.
//
//   PageLearning learning(clock, problem);
//   learning.opened_from("app.example/orders", store, today, 5)    // ids, the most opened first
//
// Clicks of days that are over are read once, those of today every kLearnAgain; an article counts
// from so many distinct visitors on. What the store cannot give is told to `problem`, and what was
// learned before stays. Thread-safe.

#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/page_clicks.h"
#include "core/store/store.h"
#include "server/context/refreshed.h"

namespace kb {

inline constexpr std::chrono::minutes kLearnAgain{5};
inline constexpr std::int64_t kLearnedDays = 28;

class PageLearning {
 public:
  PageLearning(const Clock& clock, std::function<void(const Error&)> problem)
      : learned_(clock, kLearnAgain), problem_(std::move(problem)) {}

  // `page` as product_page.h writes it; `today` in days since 1970-01-01.
  std::vector<std::string> opened_from(std::string_view page, const store::Store& store,
                                       std::int64_t today, int least_visitors);

 private:
  struct Learned {
    std::map<std::int64_t, std::vector<store::PageClicks>> days;
    // Page -> article's id -> visitors, of all languages together.
    std::map<std::string, std::map<std::string, std::int64_t>, std::less<>> visitors;
  };
  static Result<Learned> learn(const Learned* last, const store::Store& store, std::int64_t today);

  Refreshed<Learned> learned_;
  const std::function<void(const Error&)> problem_;
};

}  // namespace kb
