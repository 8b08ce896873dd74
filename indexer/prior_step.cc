#include "indexer/prior_step.h"

#include "core/insights/article_prior.h"
#include "core/store/rollup_table.h"
#include "core/text/calendar.h"

namespace kb {
namespace {

constexpr std::int64_t kDays = 90;

Result<insights::ArticleEvidences> read_evidence(store::Sql& sql, const store::DayRange& days) {
  insights::ArticleEvidences articles;
  const auto read = store::each_cell(
      sql, days, insights::kArticlePart, [&](const store::RollupCell& cell) -> Result<void> {
        if (const auto counter = insights::parse_counter(cell.counter))
          articles[cell.object].add(*counter, cell.value);
        return {};
      });
  if (!read) return fail(read.error());
  return articles;
}

Result<index::RankingPrior> taught_by_readers(const store::Store& store, const std::string& zone,
                                              Time now) {
  const auto calendar = text::Calendar::of(zone);
  if (!calendar) return fail(calendar.error());
  const auto yesterday = calendar->day_of(now) - 1;
  const store::DayRange days{yesterday - kDays + 1, yesterday};
  const auto articles = store.read([&](store::Sql& sql) { return read_evidence(sql, days); });
  if (!articles) return fail(articles.error());
  index::RankingPrior prior;
  for (const auto& [key, factor] : insights::article_priors(*articles, index::kLargestPrior))
    prior.put(key, factor);
  return prior;
}

index::RankingPrior prior_of(const index::Generation* live) {
  if (live == nullptr) return {};
  return index::RankingPrior::read(live->folder()).value_or(index::RankingPrior());
}

}  // namespace

index::RankingPrior ranking_prior(const Config& config, const Result<TicketChanges>& tickets,
                                  const index::Generation* live, Time now,
                                  std::vector<Error>& problems) {
  if (!tickets) return prior_of(live);
  if (tickets->store() == nullptr) return {};
  auto taught = taught_by_readers(*tickets->store(), config.insights.time_zone, now);
  if (taught) return std::move(*taught);
  problems.push_back(taught.error());
  return prior_of(live);
}

}  // namespace kb
