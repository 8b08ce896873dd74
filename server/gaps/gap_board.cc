#include "server/gaps/gap_board.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>
#include <utility>

#include "core/insights/gaps/find_gaps.h"
#include "core/insights/gaps/gap_links.h"
#include "core/insights/gaps/gap_report_json.h"
#include "core/insights/gaps/linked_diagnosis.h"
#include "core/redact/redactor.h"
#include "server/gaps/index_articles.h"

namespace kb {
namespace {

using insights::FoundGap;
using insights::GapProof;
using insights::GapReport;
using insights::Verdict;
using store::GapState;

constexpr std::chrono::seconds kWithoutStore{10};  // between looks for it

std::vector<store::GapMember> members_of(const FoundGap& gap) {
  std::vector<store::GapMember> members;
  for (const std::string& text : gap.members) members.push_back({.question = text});
  return members;
}

bool is_new(const FoundGap& gap) {
  return gap.id == 0;
}

// With their questions.
Result<std::vector<store::Gap>> published_gaps(store::Sql& sql) {
  const auto heads = store::list_gap_heads(sql);
  if (!heads) return fail(heads.error());
  std::vector<store::Gap> published;
  for (const store::Gap& head : *heads) {
    if (!head.published) continue;
    auto gap = store::find_gap(sql, head.id);
    if (!gap) return fail(gap.error());
    if (*gap) published.push_back(std::move(**gap));
  }
  return published;
}

std::string proof_json(const GapProof& proof) {
  const auto& interval = proof.interval;
  return nlohmann::ordered_json{
      {"verdict", insights::verdict_name(proof.verdict)},
      {"before", insights::share_json(proof.before)},
      {"after", insights::share_json(proof.after)},
      {"difference", proof.difference ? nlohmann::ordered_json(*proof.difference) : nullptr},
      {"interval", interval ? nlohmann::ordered_json::array({interval->low, interval->high})
                            : nlohmann::ordered_json(nullptr)}}
      .dump();
}

// Says it in the store where it is news: what was found becomes a gap that writers can take, and
// what a gap is about follows what is asked.
Result<void> keep_gap(store::Sql& sql, FoundGap& gap, const store::Gap* kept, Time now) {
  if (!kept) {
    auto id = store::add_gap(sql,
                             {.lang = gap.lang,
                              .label = gap.label,
                              .created = now,
                              .changed = now,
                              .questions = members_of(gap)},
                             {.at = now, .what = "found", .after = gap.label});
    if (!id) return fail(id.error());
    gap.id = *id;
    return {};
  }
  if (!kept->is_named && !gap.label.empty() && kept->label != gap.label)
    if (auto done = store::set_gap_label(sql, kept->id, gap.label); !done) return done;
  std::vector<std::string> known;
  for (const store::GapMember& member : kept->questions) known.push_back(member.question);
  std::ranges::sort(known);
  // One that nobody asks about any more keeps its questions: by them it is known when it returns.
  if (gap.members.empty() || known == gap.members) return {};
  return store::set_gap_questions(sql, kept->id, gap.lang, members_of(gap));
}

}  // namespace

class GapBoard::Impl {
 public:
  Impl(Parts parts, text::Calendar calendar, redact::Redactor redactor)
      : parts_(std::move(parts)),
        calendar_(std::move(calendar)),
        redactor_(std::move(redactor)),
        finder_({.calendar = calendar_,
                 .insights = parts_.config.insights,
                 .gaps = parts_.config.gaps,
                 .redact =
                     [this](std::string_view text, std::string_view lang) {
                       return redact::TicketRedaction(redactor_, lang).redact(text);
                     },
                 .grouping = {},
                 .is_ending = [this] { return ending_.load(); }}) {}

  ~Impl() {
    {
      const std::scoped_lock lock(mutex_);
      ending_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
  }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  void start() {
    thread_ = std::thread([this] { run(); });
  }

  void refresh_soon() {
    {
      const std::scoped_lock lock(mutex_);
      wanted_ = true;
    }
    changed_.notify_all();
  }

  Result<void> refresh() {
    const std::scoped_lock one_at_a_time(round_);
    const auto began = std::chrono::steady_clock::now();
    set_running(true);
    auto done = find_and_keep();
    const std::scoped_lock lock(mutex_);
    status_.running = false;
    status_.took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - began);
    status_.failed = done ? std::nullopt : std::optional(done.error());
    return done;
  }

  std::shared_ptr<const GapReport> report() const {
    const std::scoped_lock lock(mutex_);
    return report_;
  }

  Status status() const {
    const std::scoped_lock lock(mutex_);
    return status_;
  }

  // One that was published a moment ago was not looked at yet: it waits.
  std::optional<GapProof> proof(const store::Gap& gap) const {
    if (!gap.published) return std::nullopt;
    const std::scoped_lock lock(mutex_);
    const auto found = proofs_.find(gap.id);
    return found == proofs_.end() ? GapProof{} : found->second;
  }

 private:
  void run() {
    std::unique_lock lock(mutex_);
    while (!ending_) {
      wanted_ = false;
      lock.unlock();
      const bool has_store = parts_.store() != nullptr;
      if (has_store)
        if (const auto done = refresh(); !done && !ending_) parts_.problem(done.error());
      lock.lock();
      changed_.wait_for(lock,
                        has_store ? parts_.interval : std::chrono::milliseconds(kWithoutStore),
                        [this] { return ending_ || wanted_; });
    }
  }

  void set_running(bool running) {
    const std::scoped_lock lock(mutex_);
    status_.running = running;
  }

  Result<void> find_and_keep() {
    store::Store* store = parts_.store();
    if (!store) return fail("the store is away", {}, "gaps are found once it is back");
    const Time now = parts_.clock.now();
    std::vector<store::Gap> kept;
    auto read = store->read([&](store::Sql& sql) -> Result<void> {
      if (auto done = finder_.read(sql, now); !done) return done;
      auto listed = store::list_gaps(sql);
      if (!listed) return fail(listed.error());
      kept = std::move(*listed);
      return {};
    });
    if (!read) return read;
    auto& index = articles(now);
    auto report = finder_.report(index, kept, now);
    if (!report) return fail(report.error());
    const bool has_new = std::ranges::any_of(report->gaps, &is_new);
    if (auto done = keep(*store, *report, kept, now); !done) return done;
    if (has_new) {  // those have their numbers now
      insights::link_languages(report->gaps);
      insights::diagnose_by_links(report->gaps, index);
    }
    auto proofs = prove_published(*store, now);
    if (!proofs) return fail(proofs.error());
    const std::scoped_lock lock(mutex_);
    report_ = std::make_shared<const GapReport>(std::move(*report));
    proofs_ = std::move(*proofs);
    status_.made = now;
    return {};
  }

  // What the index answered is known for as long as it is the same, and the day.
  insights::ArticleFinder& articles(Time now) {
    const auto generation = parts_.searchers.generation();
    const std::pair asked(generation ? generation->number() : 0, calendar_.day_of(now));
    if (!articles_ || asked != articles_of_) {
      articles_ = std::make_unique<IndexArticles>(parts_.searchers, parts_.config, now);
      articles_of_ = asked;
    }
    return *articles_;
  }

  // Writers may have merged, split or decided since the gaps were read: what they did stays.
  Result<void> keep(store::Store& store, GapReport& report, const std::vector<store::Gap>& kept,
                    Time now) const {
    std::map<std::int64_t, const store::Gap*> by_id;
    for (const store::Gap& gap : kept) by_id.emplace(gap.id, &gap);
    return store.write([&](store::Sql& sql) -> Result<void> {
      const auto heads = store::list_gap_heads(sql);
      if (!heads) return fail(heads.error());
      std::map<std::int64_t, std::int64_t> versions;
      for (const store::Gap& gap : *heads) versions.emplace(gap.id, gap.version);
      for (FoundGap& gap : report.gaps) {
        const auto* known = is_new(gap) ? nullptr : by_id.at(gap.id);
        const auto version = versions.find(gap.id);
        if (known && (version == versions.end() || version->second != known->version)) continue;
        if (auto done = keep_gap(sql, gap, known, now); !done) return done;
      }
      return {};
    });
  }

  Result<std::map<std::int64_t, GapProof>> prove_published(store::Store& store, Time now) {
    const auto published = store.read([](store::Sql& sql) { return published_gaps(sql); });
    if (!published) return fail(published.error());
    std::map<std::int64_t, GapProof> proofs;
    for (const store::Gap& gap : *published) {
      const GapProof proof = proof_of(gap, now);
      proofs.emplace(gap.id, proof);
      const auto next = state_after(gap, proof);
      if (!next) continue;
      if (auto done = write_proof(store, gap, *next, proof, now); !done) return fail(done.error());
    }
    return proofs;
  }

  // The day of publication is of neither side. Once verified, only what came after that tells
  // whether it returns.
  GapProof proof_of(const store::Gap& gap, Time now) const {
    const std::int64_t published = calendar_.day_of(*gap.published);
    const std::int64_t until = calendar_.day_of(now) + 1;
    const bool was_closed = gap.state == GapState::verified && gap.verified.has_value();
    const std::int64_t since = was_closed ? calendar_.day_of(*gap.verified) : published;
    const auto before = finder_.failures_of(gap, published - parts_.config.gaps.days, published);
    return insights::prove(before, finder_.failures_of(gap, since + 1, until), was_closed);
  }

  static std::optional<GapState> state_after(const store::Gap& gap, const GapProof& proof) {
    if (gap.state == GapState::published && proof.verdict == Verdict::closed)
      return GapState::verified;
    if (gap.state == GapState::verified && proof.verdict == Verdict::returned)
      return GapState::open;
    return std::nullopt;
  }

  Result<void> write_proof(store::Store& store, const store::Gap& gap, GapState state,
                           const GapProof& proof, Time now) const {
    store::Gap next = gap;
    next.state = state;
    next.changed = now;
    next.verified = state == GapState::verified ? std::optional(now) : std::nullopt;
    const store::GapChange change{.gap = gap.id,
                                  .at = now,
                                  .what = "proof",
                                  .before = std::string(store::gap_state_name(gap.state)),
                                  .after = proof_json(proof)};
    return store.write([&](store::Sql& sql) -> Result<void> {
      const auto changed = store::change_gap(sql, next, gap.version, change);
      if (!changed) return fail(changed.error());
      // Somebody changed it just now: the next round looks at what it is then.
      if (!*changed || !parts_.proved) return {};
      return parts_.proved(sql, next);
    });
  }

  const Parts parts_;
  const text::Calendar calendar_;
  const redact::Redactor redactor_;

  std::mutex round_;  // guards the three below
  insights::GapFinder finder_;
  std::unique_ptr<IndexArticles> articles_;
  std::pair<std::uint64_t, std::int64_t> articles_of_;  // generation and day

  mutable std::mutex mutex_;  // guards all below but the thread
  std::condition_variable changed_;
  std::atomic<bool> ending_ = false;
  bool wanted_ = false;
  std::shared_ptr<const GapReport> report_;
  Status status_;
  std::map<std::int64_t, GapProof> proofs_;
  std::thread thread_;
};

Result<std::unique_ptr<GapBoard>> GapBoard::create(Parts parts) {
  auto calendar = text::Calendar::of(parts.config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  auto redactor = redact::Redactor::create(parts.config.redact);
  if (!redactor) return fail(redactor.error());
  return std::unique_ptr<GapBoard>(new GapBoard(
      std::make_unique<Impl>(std::move(parts), std::move(*calendar), std::move(*redactor))));
}

GapBoard::GapBoard(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
GapBoard::~GapBoard() = default;

void GapBoard::start() {
  impl_->start();
}
void GapBoard::refresh_soon() {
  impl_->refresh_soon();
}
Result<void> GapBoard::refresh() {
  return impl_->refresh();
}
std::shared_ptr<const GapReport> GapBoard::report() const {
  return impl_->report();
}
GapBoard::Status GapBoard::status() const {
  return impl_->status();
}
std::optional<GapProof> GapBoard::proof(const store::Gap& gap) const {
  return impl_->proof(gap);
}

}  // namespace kb
