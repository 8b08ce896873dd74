#include "indexer/replay/replay.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "core/index/coverage.h"
#include "core/index/searcher.h"
#include "core/text/stemmer.h"

namespace kb {
namespace {

constexpr std::size_t kThreads = 2;

std::optional<index::Generation::Found> find(const index::Generation& generation,
                                             const std::string& lang, std::string_view id) {
  return generation.find(lang, id, Audience::everyone);
}

// As the candidate calls it: an article may have another id there.
std::string renamed(const std::string& article, const index::Generation& after) {
  const auto slash = article.find('/');
  const auto lang = article.substr(0, slash);
  const auto id = article.substr(slash + 1);
  if (find(after, lang, id)) return article;
  const auto now = after.redirected(lang, id);
  return now ? lang + "/" + *now : article;
}

// From 0; kReplayDepth: not there.
std::size_t rank_of(const std::string& article, const std::vector<std::string>& ranked) {
  const auto at = std::find(ranked.begin(), ranked.end(), article) - ranked.begin();
  return at == std::ssize(ranked) ? kReplayDepth : static_cast<std::size_t>(at);
}

// One side, for one thread.
struct Side {
  Side(std::shared_ptr<const index::Generation> generation, text::Stemmers& stemmers)
      : searcher(std::move(generation), stemmers), coverage(searcher.generation(), stemmers) {}

  const index::Generation& generation() const { return searcher.generation(); }

  index::Searcher searcher;
  index::Coverage coverage;
};

class Replayer {
 public:
  Replayer(const Config& config, const ReplaySides& sides, text::Stemmers& stemmers, Time now)
      : config_(config),
        before_(sides.before, stemmers),
        after_(sides.after, stemmers),
        now_(now) {}

  Result<ReplayedQuery> replay(const ReplayQuery& query) {
    const index::SearchRequest request{.text = query.text,
                                       .lang = query.lang,
                                       .fallbacks = config_.fallbacks_of(query.lang),
                                       .limit = kReplayDepth,
                                       .now = now_};
    const auto before = before_.searcher.search(request);
    if (!before) return fail(before.error());
    const auto after = after_.searcher.search(request);
    if (!after) return fail(after.error());
    ReplayedQuery replayed{.query = query};
    for (const auto& hit : before->hits) replayed.before.push_back({object_of(hit), hit.title});
    for (const auto& hit : after->hits) replayed.after.push_back(compared(hit));
    std::vector<std::string> ranked;  // before, as the candidate calls them
    for (const auto& hit : before->hits)
      ranked.push_back(renamed(object_of(hit), after_.generation()));
    if (query.expected.empty())
      judge_failed(*after, ranked, replayed);
    else
      judge_answered(ranked, replayed);
    return replayed;
  }

 private:
  ReplayHit compared(const index::Hit& hit) const {
    ReplayHit shown{object_of(hit), hit.title};
    const auto then = in_live(hit);
    const auto now = find(after_.generation(), hit.lang, hit.id);
    shown.is_new = !then;
    shown.is_changed = then && now && then->row->revision != now->row->revision;
    return shown;
  }

  // The article that is live under this id, or that the candidate renamed to it.
  std::optional<index::Generation::Found> in_live(const index::Hit& hit) const {
    if (const auto same = find(before_.generation(), hit.lang, hit.id)) return same;
    const auto now = find(after_.generation(), hit.lang, hit.id);
    if (!now) return std::nullopt;
    for (const auto& id : now->row->redirect_from)
      if (const auto then = find(before_.generation(), hit.lang, id)) return then;
    return std::nullopt;
  }

  // Whether it answers what was typed, in the words of the language in which it was found.
  bool has_most_words(Side& side, const std::string& text, const index::Hit& hit,
                      std::string_view id) {
    const auto& lang = hit.found_in.empty() ? hit.lang : hit.found_in;
    return side.coverage.of(text, lang, id) >= kFittingShare;
  }

  bool fitted_before(const std::string& text, const index::Hit& hit) {
    const auto then = in_live(hit);
    return then && has_most_words(before_, text, hit, then->row->id);
  }

  ReplayReason reason_against(const index::SearchResults& found, std::size_t rank,
                              const std::vector<std::string>& before, const ReplayedQuery& of) {
    const auto& hit = found.hits[rank];
    const auto& text = of.query.text;
    const bool fits = hit.pinned || has_most_words(after_, text, hit, hit.id);
    const bool was_seen = rank_of(object_of(hit), before) < kSeen;
    if (was_seen && (!fits || fitted_before(text, hit)))
      return of.after[rank].is_changed ? ReplayReason::rewritten : ReplayReason::as_before;
    if (!fits) return ReplayReason::other_words;
    if (hit.fallback) return ReplayReason::other_language;
    if (found.corrected) return ReplayReason::corrected;
    return rank < kSeen ? ReplayReason::none : ReplayReason::not_among_first;
  }

  // Of the reasons against each result, the one that is nearest to an answer.
  void judge_failed(const index::SearchResults& found, const std::vector<std::string>& before,
                    ReplayedQuery& replayed) {
    constexpr std::array kNearest = {ReplayReason::nothing_found,  ReplayReason::as_before,
                                     ReplayReason::other_words,    ReplayReason::rewritten,
                                     ReplayReason::other_language, ReplayReason::corrected,
                                     ReplayReason::not_among_first};
    const auto nearness = [&](ReplayReason reason) {
      return std::find(kNearest.begin(), kNearest.end(), reason);
    };
    replayed.reason = ReplayReason::nothing_found;
    for (std::size_t rank = 0; rank < found.hits.size(); ++rank) {
      const auto reason = reason_against(found, rank, before, replayed);
      if (reason == ReplayReason::none) {
        replayed.outcome = ReplayOutcome::closed;
        replayed.reason = reason;
        replayed.answer = object_of(found.hits[rank]);
        return;
      }
      // Further down, only what would be an answer if it were not there says something.
      const bool counts = rank < kSeen || reason == ReplayReason::not_among_first;
      if (counts && nearness(reason) > nearness(replayed.reason)) replayed.reason = reason;
    }
  }

  void judge_answered(const std::vector<std::string>& before, ReplayedQuery& replayed) {
    const auto expected = renamed(replayed.query.expected, after_.generation());
    std::vector<std::string> ranked;
    for (const auto& hit : replayed.after) ranked.push_back(hit.article);
    const auto then = rank_of(expected, before);
    const auto now = rank_of(expected, ranked);
    const bool vanished = !before.empty() && ranked.empty();
    const bool fell =
        (then < kSeen && now >= kSeen) || (then < kReplayDepth && now == kReplayDepth);
    replayed.answer = expected;
    if (vanished || fell) {
      replayed.outcome = ReplayOutcome::worse;
      replayed.reason = vanished ? ReplayReason::nothing_found : ReplayReason::fell;
      return;
    }
    replayed.outcome = then >= kSeen && now < kSeen ? ReplayOutcome::closed : ReplayOutcome::kept;
    // Neither side answers it: somebody expects what search has never found.
    if (then == kReplayDepth && now == kReplayDepth) {
      replayed.outcome = ReplayOutcome::open;
      replayed.reason = ranked.empty() ? ReplayReason::nothing_found : ReplayReason::as_before;
    }
  }

  const Config& config_;
  Side before_;
  Side after_;
  Time now_;
};

// Those of one language together: their databases and words stay at hand.
std::vector<std::size_t> by_language(const std::vector<ReplayQuery>& queries) {
  std::vector<std::size_t> order(queries.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return queries[a].lang < queries[b].lang; });
  return order;
}

}  // namespace

std::size_t ReplayReport::count(ReplayOutcome outcome) const {
  return static_cast<std::size_t>(
      std::ranges::count(queries, outcome, [](const auto& query) { return query.outcome; }));
}

Result<ReplayReport> replay(const Config& config, const ReplaySides& sides,
                            const std::vector<ReplayQuery>& queries, Time now) {
  text::Stemmers stemmers;
  ReplayReport report;
  report.queries.resize(queries.size());
  const auto order = by_language(queries);
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::optional<Error> failed;
  const auto work = [&] {
    Replayer replayer(config, sides, stemmers, now);
    for (std::size_t i = next++; i < order.size(); i = next++) {
      auto replayed = replayer.replay(queries[order[i]]);
      if (!replayed) {
        const std::lock_guard lock(mutex);
        failed = replayed.error();
        next = order.size();
        return;
      }
      report.queries[order[i]] = std::move(*replayed);
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min(kThreads, queries.size()); ++i) threads.emplace_back(work);
  work();
  for (auto& thread : threads) thread.join();
  if (failed) return fail(*failed);
  return report;
}

std::string_view outcome_name(ReplayOutcome outcome) {
  constexpr std::array<std::string_view, 4> kNames = {"closed", "open", "kept", "worse"};
  return kNames[static_cast<std::size_t>(outcome)];
}

std::string_view reason_name(ReplayReason reason) {
  constexpr std::array<std::string_view, 9> kNames = {
      "",          "nothing_found",   "as_before", "rewritten", "other_words", "other_language",
      "corrected", "not_among_first", "fell"};
  return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace kb
