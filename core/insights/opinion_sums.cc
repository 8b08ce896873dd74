#include "core/insights/opinion_sums.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

struct Reason {
  std::string_view name;
  Counter counter;
};
constexpr std::array<Reason, 4> kReasons = {{
    {"outdated", Counter::votes_no_outdated},
    {"unclear", Counter::votes_no_unclear},
    {"not_my_case", Counter::votes_no_not_my_case},
    {"wrong_language", Counter::votes_no_wrong_language},
}};

struct Scale {
  std::string_view name;
  int best;
  int high;  // from this mark on
  Counter asked, answered, sum, high_marks;
};
constexpr std::array<Scale, 4> kScales = {{
    {"satisfaction", 5, 4, Counter::satisfaction_asked, Counter::satisfaction_answered,
     Counter::satisfaction_sum, Counter::satisfaction_high},
    {"effort", 7, 5, Counter::effort_asked, Counter::effort_answered, Counter::effort_sum,
     Counter::effort_high},
    {"value", 7, 5, Counter::value_asked, Counter::value_answered, Counter::value_sum,
     Counter::value_high},
    {"confidence", 7, 5, Counter::confidence_asked, Counter::confidence_answered,
     Counter::confidence_sum, Counter::confidence_high},
}};

CellKey opinion_key(const Event& event, std::string_view lang, std::string_view category) {
  return {.part = kSitePart,
          .lang = event.lang.empty() ? lang : event.lang,
          .category = event.category.empty() ? category : event.category};
}

// Of the site and of the article it is about.
void add_both(CellSums& sums, const CellKey& site, const Event& event, Counter counter) {
  sums.add(site, counter);
  if (is_article(event.object)) sums.add(article_key(event.object), counter);
}

void add_vote(CellSums& sums, const CellKey& site, const Event& event, bool is_yes) {
  add_both(sums, site, event, is_yes ? Counter::votes_yes : Counter::votes_no);
}

void add_reason(CellSums& sums, const CellKey& site, const Event& event, std::string_view reason) {
  for (const Reason& known : kReasons)
    if (known.name == reason) add_both(sums, site, event, known.counter);
}

void add_mark(CellSums& sums, const CellKey& site, const Event& event) {
  for (const Scale& scale : kScales) {
    if (scale.name != event.outcome || event.value < 0 || event.value > scale.best) continue;
    if (event.value == 0) return sums.add(site, scale.asked);
    sums.add(site, scale.answered);
    sums.add(site, scale.sum, event.value);
    if (event.value >= scale.high) sums.add(site, scale.high_marks);
  }
}

// A question asked twice, as when its page is loaded again, was asked once; of two answers the last
// counts.
std::vector<const Event*> marks_of(EventRow session) {
  std::map<std::tuple<std::string_view, std::string_view, bool>, const Event*> marks;
  for (const Event* event : session)
    if (event->action == Action::surveyed)
      marks[{event->outcome, event->object, event->value == 0}] = event;
  std::vector<const Event*> last;
  for (const auto& [question, event] : marks) last.push_back(event);
  return last;
}

}  // namespace

void add_opinions(CellSums& sums, EventRow session, const Journey& journey) {
  for (const auto& [article, vote] : journey.votes) {
    const CellKey site = opinion_key(*vote.event, journey.lang, journey.category);
    add_vote(sums, site, *vote.event, vote.is_yes);
    add_reason(sums, site, *vote.event, vote.reason);
  }
  for (const Event* mark : marks_of(session))
    add_mark(sums, opinion_key(*mark, journey.lang, journey.category), *mark);
}

void add_unlinked_opinion(CellSums& sums, const Event& event) {
  const CellKey site = opinion_key(event, "", "");
  if (event.action == Action::surveyed) return add_mark(sums, site, event);
  if (event.action != Action::voted) return;
  const VoteDetail detail = vote_detail(event.detail);
  const bool is_yes = event.outcome == "yes";
  if (!detail.changes) add_vote(sums, site, event, is_yes);
  if (!is_yes) add_reason(sums, site, event, detail.reason);
}

}  // namespace kb::insights
