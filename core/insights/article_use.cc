#include "core/insights/article_use.h"

#include <algorithm>
#include <array>
#include <utility>

#include "core/insights/counter.h"

namespace kb::insights {
namespace {

constexpr std::array kUses = {
    std::pair{Counter::views, &ArticleUse::views},
    std::pair{Counter::visitors, &ArticleUse::visitors},
    std::pair{Counter::reads, &ArticleUse::reads},
    std::pair{Counter::shown, &ArticleUse::shown},
    std::pair{Counter::clicks, &ArticleUse::clicks},
    std::pair{Counter::votes_yes, &ArticleUse::votes_yes},
    std::pair{Counter::votes_no, &ArticleUse::votes_no},
    std::pair{Counter::went_to_contact, &ArticleUse::went_to_contact},
};

}  // namespace

void ArticleUse::add(const ArticleUse& other) {
  for (const auto& [counter, member] : kUses) this->*member += other.*member;
}

// Sums that were made at different times may not agree: a share is never above its whole.
Share ArticleUse::contact() const {
  return {std::min(went_to_contact, reads), reads};
}

Result<ArticleUses> read_article_use(store::Sql& sql, const store::DayRange& days) {
  ArticleUses uses;
  auto read =
      store::each_cell(sql, days, kArticlePart, [&](const store::RollupCell& cell) -> Result<void> {
        const auto use = std::ranges::find(
            kUses, cell.counter, [](const auto& each) { return counter_name(each.first); });
        if (use != kUses.end()) uses[cell.object].*(use->second) += cell.value;
        return {};
      });
  if (!read) return fail(read.error());
  return uses;
}

}  // namespace kb::insights
