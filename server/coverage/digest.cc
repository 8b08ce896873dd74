#include "server/coverage/digest.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "core/store/gap_table.h"
#include "core/text/calendar.h"
#include "server/coverage/site_days.h"
#include "server/insights/kept_figures.h"
#include "server/insights/visit_question.h"

namespace kb {
namespace {

using insights::FoundGap;
using insights::GapTrend;
using insights::Outlook;
using store::GapState;

constexpr std::int64_t kDigestDays = 7;
constexpr std::size_t kMostGaps = 5;
constexpr std::size_t kMostOfKind = 3;  // of weak articles and wishes
constexpr int kMostChanges = 10'000;    // of gaps, in a week
constexpr std::array<std::string_view, 2> kDigestFigures = {"deflection", "zero_result_rate"};

using KeptGaps = std::map<std::int64_t, store::Gap>;

template <class Item>
void keep_first(std::vector<Item>& items, std::size_t most) {
  if (items.size() > most)
    items.erase(items.begin() + static_cast<std::ptrdiff_t>(most), items.end());
}

// Seven whole days, up to yesterday.
Result<store::DayRange> week_up_to(const Config& config, Time now) {
  const auto days = last_days(config, now, kDigestDays);
  if (!days) return fail(days.error());
  return store::DayRange{days->from - 1, days->to - 1};
}

// Somebody could still work on it. One with a number that is not kept was merged into another.
bool is_waiting(const KeptGaps& kept, std::int64_t id) {
  const auto gap = kept.find(id);
  if (gap == kept.end()) return id == 0;
  const auto state = gap->second.state;
  return state == GapState::open || state == GapState::assigned || state == GapState::in_progress;
}

void add_found(Digest& digest, const insights::GapReport& report, const KeptGaps& kept) {
  digest.knows_gaps = true;
  for (const FoundGap& gap : report.gaps) {
    if (gap.trend == GapTrend::solved || !is_waiting(kept, gap.id)) continue;
    const auto own = kept.find(gap.id);
    const auto& label = own == kept.end() ? gap.label : own->second.label;
    const DigestGap line{gap.id, gap.lang, label, gap.customers, gap.ticket_count};
    if (digest.top.size() < kMostGaps) digest.top.push_back(line);
    const bool is_rising = gap.trend == GapTrend::fresh || gap.trend == GapTrend::rising;
    if (is_rising && digest.rising.size() < kMostGaps) digest.rising.push_back(line);
  }
}

insights::Share share_in(const nlohmann::json& proof, const char* name) {
  const auto share = proof.find(name);
  if (share == proof.end() || !share->is_object()) return {};
  return {share->value("count", std::int64_t{0}), share->value("of", std::int64_t{0})};
}

// The last word of each gap's proofs; the newest change comes first.
void add_proofs(Digest& digest, const std::vector<store::GapChange>& changes,
                const KeptGaps& kept) {
  std::vector<std::int64_t> told;
  for (const auto& change : changes) {
    const auto gap = kept.find(change.gap);
    if (change.what != "proof" || gap == kept.end()) continue;
    if (std::ranges::find(told, change.gap) != told.end()) continue;
    told.push_back(change.gap);
    const auto proof = nlohmann::json::parse(change.after, nullptr, false);
    if (!proof.is_object()) continue;
    const auto verdict = proof.value("verdict", std::string());
    DigestProof line{gap->first, gap->second.lang, gap->second.label, share_in(proof, "before"),
                     share_in(proof, "after")};
    if (verdict == "closed")
      digest.closed.push_back(std::move(line));
    else if (verdict == "returned")
      digest.returned.push_back(std::move(line));
  }
}

bool is_at_risk(const StandingTarget& standing) {
  const auto outlook = standing.progress.outlook;
  return outlook == Outlook::likely_missed || outlook == Outlook::missed ||
         standing.progress.guard == insights::GuardState::broken;
}

struct KeptWork {
  KeptGaps gaps = {};
  std::vector<store::GapChange> changes = {};
};

Result<KeptWork> read_work(const store::Store& store, Time since) {
  return store.read([&](store::Sql& sql) -> Result<KeptWork> {
    auto heads = store::list_gap_heads(sql);
    if (!heads) return fail(heads.error());
    auto changes = store::gap_changes_since(sql, since, kMostChanges);
    if (!changes) return fail(changes.error());
    KeptWork work{{}, std::move(*changes)};
    for (auto& gap : *heads) work.gaps.emplace(gap.id, std::move(gap));
    return work;
  });
}

Result<void> add_figures(Digest& digest, const DigestSource& source) {
  const auto wish =
      visit_wish(source.center.config,
                 {.from = iso_day(digest.days.from), .to = iso_day(digest.days.to)}, digest.made);
  if (!wish) return fail(wish.error());
  const auto report = visit_report(source.center.figures.visits, source.store, *wish);
  if (!report) return fail(report.error());
  for (const auto name : kDigestFigures)
    for (const auto& figure : report->figures)
      if (figure.now.rule->name == name && figure.now.value) digest.figures.push_back(figure);
  return {};
}

Result<void> add_targets(Digest& digest, const store::Store& store) {
  auto targets = read_targets(store, digest.days.to + 1);
  if (!targets) return fail(targets.error());
  std::erase_if(*targets, [](const auto& standing) { return !is_at_risk(standing); });
  digest.at_risk = std::move(*targets);
  return {};
}

}  // namespace

bool Digest::is_empty() const {
  return top.empty() && rising.empty() && closed.empty() && returned.empty() && at_risk.empty() &&
         figures.empty() && weak.empty() && wishes.empty();
}

Result<Digest> make_digest(const DigestSource& source) {
  const auto& config = source.center.config;
  const auto now = source.center.clock.now();
  const auto days = week_up_to(config, now);
  if (!days) return fail(days.error());
  const auto calendar = text::Calendar::of(config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  Digest digest{.made = now, .days = *days};

  const auto work = read_work(source.store, calendar->begin_of(days->from));
  if (!work) return fail(work.error());
  if (source.gaps) add_found(digest, *source.gaps, work->gaps);
  add_proofs(digest, work->changes, work->gaps);
  if (auto done = add_figures(digest, source); !done) return fail(done.error());
  if (auto done = add_targets(digest, source.store); !done) return fail(done.error());

  auto weak = weak_articles(source.center, source.store);
  if (!weak) return fail(weak.error());
  digest.weak = std::move(weak->articles);
  keep_first(digest.weak, kMostOfKind);
  auto wishes = source.center.figures.wishes.read(source.store, now);
  if (!wishes) return fail(wishes.error());
  digest.wishes = std::move(*wishes);
  keep_first(digest.wishes, kMostOfKind);
  return digest;
}

}  // namespace kb
