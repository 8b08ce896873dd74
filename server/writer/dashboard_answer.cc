#include <array>
#include <utility>

#include "core/store/answer_ratings.h"
#include "core/store/article_flags.h"
#include "core/store/review_samples.h"
#include "server/context/notices_answer.h"
#include "server/coverage/digest_answer.h"
#include "server/coverage/translation_draft.h"
#include "server/coverage/weak_articles_answer.h"
#include "server/coverage/wishes_answer.h"
#include "server/gaps/gap_urls.h"
#include "server/gaps/gap_view.h"
#include "server/gaps/synonyms_answer.h"
#include "server/insights/targets_answer.h"
#include "server/page/writer_page.h"
#include "server/writer/build_view.h"
#include "server/writer/open_questions.h"
#include "server/writer/review_week.h"
#include "server/writer/writer_answer.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

// Further pages, with the texts that name them.
constexpr auto kFurtherPages = std::to_array<std::pair<std::string_view, std::string_view>>({
    {kTranslationsPath, "coverage.translations"},
    {kWeakArticlesPath, "coverage.weak"},
    {kWishesPath, "wishes.title"},
    {kDigestPath, "digest.title"},
});

constexpr std::int64_t kDueSoon = 14;  // days
constexpr std::size_t kTopGaps = 5;
constexpr std::string_view kFlagsPath = "/agent/flags";

// What the store knows of it, as one state.
struct Waiting {
  std::vector<store::Gap> gaps;
  std::vector<store::Review> reviews;
  std::int64_t flags = 0;
  std::int64_t replies = 0;
  std::int64_t rated = 0;
};

Result<Waiting> waiting(const StaffRequest& staff, store::Sql& sql) {
  Waiting found;
  auto gaps = store::list_gap_heads(sql);
  if (!gaps) return fail(gaps.error());
  found.gaps = std::move(*gaps);
  auto reviews = store::list_reviews(sql);
  if (!reviews) return fail(reviews.error());
  found.reviews = std::move(*reviews);
  const auto flags = store::count_open_flags(sql);
  if (!flags) return fail(flags.error());
  found.flags = *flags;
  const auto week = week_name(week_before(staff.center.clock.now()));
  const auto sample = store::sample_of(sql, week);
  if (!sample) return fail(sample.error());
  found.replies = static_cast<std::int64_t>(sample->size());
  const auto ratings = store::ratings_of_week(sql, week);
  if (!ratings) return fail(ratings.error());
  for (const auto& rating : *ratings)
    if (rating.reviewer == staff.identity.name) ++found.rated;
  return found;
}

}  // namespace

http::Response answer_dashboard(const StaffRequest& staff) {
  const auto found = staff.store.read([&](store::Sql& sql) { return waiting(staff, sql); });
  if (!found) return staff.fault(found.error());
  page::WriterPage view{.staff = staff.site("writer"),
                        .gaps = top_gaps(staff, found->gaps, kTopGaps),
                        .gaps_url = staff.url(kGapsPath),
                        .queue_url = staff.url(kQueuePath),
                        .flags = found->flags,
                        .replies = found->replies,
                        .rated = found->rated,
                        .peer_url = staff.url(kPeerPath),
                        .synonyms_url = staff.url(kSynonymsPath),
                        .notices_url = staff.url(kNoticesPath),
                        .build = build_view(staff.center),
                        .publish_url = staff.url(kPublishPath)};
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  for (const auto& [path, text] : kFurtherPages)
    view.pages.push_back({texts.format(text), staff.url(path)});
  auto targets = targets_summary(staff, kDueSoon);
  if (!targets) return staff.fault(targets.error());
  view.due_targets = std::move(*targets);
  if (find_route(kFlagsPath).page == Page::agent) view.flags_url = staff.url(kFlagsPath);
  if (const auto generation = staff.center.searchers.generation())
    for (const auto& [lang, count] : count_open(*generation, states_of(found->reviews)))
      view.queues.push_back({lang, static_cast<std::int64_t>(count),
                             staff.url(std::string(kQueuePath) + "?lang=" + parameter(lang))});
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
