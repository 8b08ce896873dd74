#include "server/gaps/gap_view.h"

#include <algorithm>

#include "core/base/date.h"
#include "core/text/calendar.h"
#include "server/agent/agent_urls.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_urls.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using insights::Diagnosis;
using insights::FoundGap;
using store::GapState;

constexpr std::size_t kSamples = 3;
constexpr std::size_t kMostOthers = 300;

Time time_of_day(std::int64_t day) {
  return Time(std::chrono::seconds(day * 24 * 60 * 60));
}

// Where too few asked for any one question to be shown, a gap has no words.
std::string shown_label(const StaffRequest& staff, const store::Gap& gap) {
  if (!gap.label.empty()) return gap.label;
  return staff.center.renderer.texts().in(staff.lang).format("gaps.unnamed", {{"id", gap.id}});
}

bool is_done(const store::Gap& gap) {
  return gap.state == GapState::published || gap.state == GapState::verified ||
         gap.state == GapState::wont_fix;
}

std::int64_t today(const StaffRequest& staff) {
  const auto now = staff.center.clock.now();
  const auto calendar = text::Calendar::of(staff.center.config.insights.time_zone);
  return calendar ? calendar->day_of(now) : now.time_since_epoch().count() / (24 * 60 * 60);
}

std::string article_url(const StaffRequest& staff, const FoundGap& found) {
  if (found.articles.empty()) return {};
  const auto& article = found.articles.front();
  return staff.center.urls.article(article.lang, article.id, Kind::article);
}

// Where the work begins that the diagnosis asks for.
std::string work_url(const StaffRequest& staff, const FoundGap& found) {
  switch (found.diagnosis) {
    case Diagnosis::missing:
      return staff.url(gap_draft_path(found.id));
    case Diagnosis::missing_in_language:
      return staff.url("/writer/translations?lang=" + parameter(found.lang));
    case Diagnosis::vocabulary:
      return staff.url("/writer/synonyms?lang=" + parameter(found.lang));
    case Diagnosis::stale_translation:
    case Diagnosis::unhelpful:
      return article_url(staff, found);
  }
  return {};
}

void add_found(const StaffRequest& staff, const FoundGap& found, const insights::GapReport& report,
               page::GapCard& card) {
  card.diagnosis = insights::diagnosis_name(found.diagnosis);
  for (const auto& reason : found.reasons)
    card.reasons.push_back({reason.key, reason.count, reason.text});
  card.trend = insights::gap_trend_name(found.trend);
  card.customers = found.customers;
  card.customers_before = found.customers_before;
  card.tickets = found.ticket_count;
  card.cost = found.cost;
  card.currency = report.currency;
  card.by_day = found.by_day;
  for (const auto& question : found.questions) {
    if (card.samples.size() == kSamples) break;
    if (question.text != card.label) card.samples.push_back(question.text);
  }
  card.work_url = work_url(staff, found);
}

void add_evidence(const StaffRequest& staff, const FoundGap& found, const GapContext& context,
                  page::GapPage& view) {
  view.category = found.category;
  view.failure_rate = found.failures.rate();
  for (const auto& question : found.questions)
    view.questions.push_back({question.text, question.customers, question.failed});
  view.hidden_questions = found.hidden_questions;
  for (const auto& key : found.tickets) {
    const auto slash = key.find('/');
    view.tickets.push_back(
        {key, slash == std::string::npos
                  ? std::string()
                  : staff.url(agent_ticket_path({key.substr(0, slash), key.substr(slash + 1)}))});
  }
  view.notes = found.notes;
  for (const auto& article : found.articles)
    view.articles.push_back({article.title, article.lang,
                             staff.center.urls.article(article.lang, article.id, Kind::article),
                             article.share, article.is_stale});
  for (const auto id : found.elsewhere)
    if (const auto* other = find_found(context.report, id))
      view.elsewhere.push_back({other->label + " (" + other->lang + ")", staff.url(gap_path(id))});
}

// Questions are shown once enough customers asked them; of a gap that was not found again nobody
// knows how many did.
void add_kept_questions(const StaffRequest& staff, const store::Gap& gap, page::GapPage& view) {
  if (staff.center.config.insights.shown_from > 1) {
    view.hidden_questions = std::ssize(gap.questions);
    return;
  }
  for (const auto& member : gap.questions) view.questions.push_back({member.question, 0, 0});
}

page::GapShare share_view(const insights::Share& share) {
  const auto interval = share.interval().value_or(insights::Interval{});
  return {share.count, share.of, share.rate(), interval.low, interval.high};
}

page::GapProofView proof_view(const insights::GapProof& proof) {
  page::GapProofView view{.verdict = std::string(insights::verdict_name(proof.verdict)),
                          .before = share_view(proof.before),
                          .after = share_view(proof.after)};
  if (proof.difference && proof.interval) {
    view.difference = proof.difference;
    view.low = proof.interval->low;
    view.high = proof.interval->high;
  }
  return view;
}

page::GapLine line_of(const store::GapChange& change) {
  return {change.at, change.who, change.what, change.before, change.after};
}

void add_form(const StaffRequest& staff, const store::Gap& gap, const GapContext& context,
              page::GapPage& view) {
  view.version = gap.version;
  view.fields = {.label = gap.label,
                 .state = std::string(store::gap_state_name(gap.state)),
                 .owner = gap.owner,
                 .due = gap.due ? iso_date(time_of_day(*gap.due)) : std::string(),
                 .article = gap.article,
                 .reason = gap.reason};
  auto owners = gap_owners(context.users);
  if (!gap.owner.empty() && std::ranges::find(owners, gap.owner) == owners.end())
    owners.push_back(gap.owner);
  for (const auto& name : owners) view.owners.push_back({name, name, name == gap.owner});
  view.mine = gap.owner == staff.identity.name;
  view.states = {"open", "assigned", "in_progress", "published", "wont_fix"};
  // A proof alone verifies.
  if (gap.state == GapState::verified) view.states.push_back("verified");
  for (const auto& other : context.others)
    if (other.lang == gap.lang && other.id != gap.id && view.others.size() < kMostOthers)
      view.others.push_back({std::to_string(other.id), shown_label(staff, other)});
}

}  // namespace

page::GapCard gap_card(const StaffRequest& staff, const ListedGap& gap,
                       const insights::GapReport* report) {
  const auto& kept = *gap.kept;
  page::GapCard card{.label = shown_label(staff, kept),
                     .lang = kept.lang,
                     .url = staff.url(gap_path(kept.id)),
                     .state = std::string(store::gap_state_name(kept.state)),
                     .owner = kept.owner,
                     .is_found = gap.found != nullptr};
  if (kept.due) {
    card.due = time_of_day(*kept.due);
    card.overdue = !is_done(kept) && *kept.due < today(staff);
  }
  if (gap.found && report) add_found(staff, *gap.found, *report, card);
  return card;
}

page::GapPage gap_page(const StaffRequest& staff, const store::Gap& gap,
                       const GapContext& context) {
  const auto* found = find_found(context.report, gap.id);
  page::GapPage view{.staff = staff.site("gaps"),
                     .queue_url = staff.url(kGapsPath),
                     .card = gap_card(staff, {&gap, found}, context.report)};
  view.card.samples.clear();
  if (found)
    add_evidence(staff, *found, context, view);
  else
    add_kept_questions(staff, gap, view);
  if (context.proof) view.proof = proof_view(*context.proof);
  for (const auto& change : context.history) {
    view.history.push_back(line_of(change));
    view.seen = std::max(view.seen, change.id);
  }
  std::ranges::reverse(view.history);
  view.action = staff.url(gap_path(gap.id));
  add_form(staff, gap, context, view);
  if (gap.merged_into) {
    const auto target = std::ranges::find(context.others, *gap.merged_into, &store::Gap::id);
    view.merged_into = {target == context.others.end() ? std::to_string(*gap.merged_into)
                                                       : shown_label(staff, *target),
                        staff.url(gap_path(*gap.merged_into))};
  }
  view.draft_url = staff.url(gap_draft_path(gap.id));
  view.replay_url = staff.url(gap_replay_path(gap.id));
  view.notice_url = staff.url("/writer/notices?gap=" + std::to_string(gap.id));
  return view;
}

std::vector<page::GapCard> top_gaps(const StaffRequest& staff, const std::vector<store::Gap>& kept,
                                    std::size_t most) {
  std::vector<page::GapCard> cards;
  const auto report = staff.center.gaps ? staff.center.gaps->report() : nullptr;
  if (!report) return cards;
  for (const auto& gap : listed_gaps(kept, report.get(), {.state = "open"}))
    if (gap.found && cards.size() < most) cards.push_back(gap_card(staff, gap, report.get()));
  return cards;
}

std::vector<std::string> gap_owners(const std::vector<store::User>& users) {
  std::vector<std::string> names;
  for (const auto& user : users)
    if (user.role >= store::Role::writer && !user.disabled) names.push_back(user.name);
  return names;
}

}  // namespace kb
