#include "core/insights/day_sums.h"

#include "core/insights/cell_sums.h"
#include "core/insights/foreign_reads.h"
#include "core/insights/journey.h"
#include "core/insights/opinion_sums.h"
#include "core/insights/session_split.h"
#include "core/insights/session_sums.h"

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

CellKey site_key(const Event& event) {
  return {.part = kSitePart, .lang = event.lang, .category = event.category};
}

}  // namespace

class DaySums::Impl {
 public:
  Impl(std::int64_t day, const SentTickets& sent) : sums_(day), sent_(sent) {}

  void add(std::span<const Event> events) {
    for (const Event& event : events) add_apart(event);
    VisitorSeen visitor;
    const auto ordered = in_order(events);
    for (const EventRow session : sessions_of(ordered)) {
      const Journey journey = journey_of(session, sent_);
      add_session(sums_, session, journey, sent_, seen_, visitor);
      add_opinions(sums_, session, journey);
    }
    add_visitor(sums_, visitor);
    add_foreign_reads(sums_, events);
  }

  std::vector<store::RollupCell> cells() const { return sums_.cells(); }

 private:
  // What is in no session.
  void add_apart(const Event& event) {
    if (event.action == Action::article_linked) return add_link(event);
    if (event.action == Action::ticket_resolved) return add_resolved(event);
    if (event.visitor == 0 && event.who == store::Who::visitor) add_unlinked(event);
  }

  void add_link(const Event& event) {
    sums_.add(site_key(event), Counter::articles_linked);
    if (is_article(event.object)) sums_.add(article_key(event.object), Counter::articles_linked);
  }

  void add_resolved(const Event& event) {
    if (!DaySeen::is_new(seen_.resolved, event.value)) return;
    CellKey key = site_key(event);
    key.channel = event.outcome;
    sums_.add(key, Counter::tickets_resolved);
  }

  void add_unlinked(const Event& event) {
    switch (event.action) {
      case Action::page_viewed:
        return sums_.add(site_key(event), Counter::unlinked_views);
      case Action::searched:
        return add_unlinked_search(event);
      case Action::ticket_submitted:
        return add_ticket(sums_, event, seen_);
      case Action::voted:
      case Action::surveyed:
        return add_unlinked_opinion(sums_, event);
      default:
        return;
    }
  }

  void add_unlinked_search(const Event& event) {
    if (event.outcome == "error") return;
    sums_.add(site_key(event), Counter::unlinked_searches);
    if (event.outcome == "none") sums_.add(site_key(event), Counter::unlinked_zero_results);
  }

  CellSums sums_;
  const SentTickets& sent_;
  DaySeen seen_;
};

DaySums::DaySums(std::int64_t day, const SentTickets& sent)
    : impl_(std::make_unique<Impl>(day, sent)) {}
DaySums::~DaySums() = default;

void DaySums::add(std::span<const Event> events) {
  impl_->add(events);
}

std::vector<store::RollupCell> DaySums::cells() const {
  return impl_->cells();
}

}  // namespace kb::insights
