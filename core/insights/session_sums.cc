#include "core/insights/session_sums.h"

#include <algorithm>
#include <array>

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

constexpr std::int64_t kMillion = 1'000'000;

constexpr std::array<Counter, 4> kEntries = {
    Counter::entered_from_search_engine, Counter::entered_from_product, Counter::entered_from_link,
    Counter::entered_otherwise};

struct Stop {
  Station station;
  Counter reached;
  Counter left_before;  // those that went on from here to no further station
};
// From the end to the beginning.
constexpr std::array<Stop, 5> kStops = {{
    {Station::submit, Counter::sessions_submitted, Counter::left_after_contact},
    {Station::contact, Counter::sessions_contacted, Counter::left_after_read},
    {Station::read, Counter::sessions_read, Counter::left_after_click},
    {Station::click, Counter::sessions_clicked, Counter::left_after_search},
    {Station::search, Counter::sessions_searched, Counter::left_after_visit},
}};

constexpr std::array<Counter, 6> kAnswers = {
    Counter::answered_after_0, Counter::answered_after_1, Counter::answered_after_2,
    Counter::answered_after_3, Counter::answered_after_4, Counter::answered_after_5_or_more};

bool tells_category(Action action) {
  return action == Action::page_viewed || action == Action::read || action == Action::clicked ||
         action == Action::voted;
}

class Counting {
 public:
  Counting(CellSums& sums, EventRow session, const Journey& journey, const SentTickets& sent)
      : sums_(sums),
        session_(session),
        journey_(journey),
        sent_(sent),
        key_{.part = kSitePart, .lang = journey.lang, .category = journey.category} {}

  void count(DaySeen& day, VisitorSeen& visitor) {
    count_stations();
    for (const SearchIntent& intent : journey_.searches.intents) count_search(intent, visitor);
    for (const Event* click : journey_.searches.other_clicks) count_click(*click);
    count_answer();
    count_intent();
    count_contact_events(day);
    count_articles(visitor);
  }

 private:
  void count_stations() {
    sums_.add(key_, Counter::sessions);
    sums_.add(key_, kEntries.at(static_cast<std::size_t>(journey_.entry)));
    for (const Stop& stop : kStops) {
      if (!journey_.at(stop.station)) continue;
      sums_.add(key_, stop.reached);
      sums_.add_time(key_, stop.station, *journey_.at(stop.station));
    }
    count_leaving();
  }

  void count_leaving() {
    if (journey_.at(Station::submit)) return;
    const auto furthest = std::find_if(kStops.begin(), kStops.end(), [this](const Stop& stop) {
      return journey_.at(stop.station).has_value();
    });
    sums_.add(key_, std::prev(furthest)->left_before);
  }

  void count_search(const SearchIntent& intent, VisitorSeen& visitor) {
    const std::string& lang = intent.decides->lang.empty() ? journey_.lang : intent.decides->lang;
    const CellKey site{.part = kSitePart, .lang = lang, .category = journey_.category};
    if (intent.failed()) return sums_.add(site, Counter::search_errors);
    const std::string query = query_form(intent.text());
    const CellKey words{.part = kQueryPart, .lang = lang, .object = query};
    const auto count = [&](Counter counter) {
      sums_.add(site, counter);
      if (!query.empty()) sums_.add(words, counter);
    };
    count(Counter::searches);
    if (!intent.has_results()) count(Counter::zero_results);
    if (!intent.clicks.empty()) count(Counter::searches_clicked);
    if (intent.is_reformulated) count(Counter::searches_reformulated);
    if (!query.empty()) visitor.queries.emplace(lang, query);
    count_results(site, intent);
  }

  void count_results(const CellKey& site, const SearchIntent& intent) {
    if (intent.has_results()) sums_.add(site, Counter::searches_with_results);
    if (intent.detail.is_fallback) sums_.add(site, Counter::searches_fallback);
    if (intent.detail.is_corrected) sums_.add(site, Counter::searches_corrected);
    for (const std::string& article : intent.shown)
      if (is_article(article)) sums_.add(article_key(article), Counter::shown);
    for (const Event* click : intent.clicks) count_click(*click);
    if (intent.clicks.empty() || intent.clicks.front()->position < 1) return;
    sums_.add(site, Counter::first_clicks);
    sums_.add(site, Counter::reciprocal_rank_millionths,
              kMillion / intent.clicks.front()->position);
  }

  void count_click(const Event& click) {
    if (is_article(click.object)) sums_.add(article_key(click.object), Counter::clicks);
  }

  void count_answer() {
    if (const auto searches = journey_.searches_to_answer)
      return sums_.add(key_, kAnswers.at(std::min<std::size_t>(static_cast<std::size_t>(*searches),
                                                               kAnswers.size() - 1)));
    if (journey_.searches_made() > 0) sums_.add(key_, Counter::searched_unanswered);
  }

  void count_intent() {
    if (journey_.contact == Contact::confirmed) sums_.add(key_, Counter::intents_confirmed);
    if (journey_.contact == Contact::presumed) sums_.add(key_, Counter::intents_presumed);
    if (journey_.contact == Contact::submitted) sums_.add(key_, Counter::intents_submitted);
  }

  void count_contact_events(DaySeen& day) {
    std::set<std::tuple<Action, std::string_view, std::string_view>> seen;
    for (const Event* event : session_) {
      if (event->action == Action::ticket_submitted)
        add_ticket(sums_, *event, day, journey_.lang, journey_.category);
      if (event->action == Action::contact_opened) count_form(*event, day);
      if (!seen.emplace(event->action, event->form, event->object).second) continue;
      if (event->action == Action::suggestion_shown) sums_.add(key_, Counter::suggestions_shown);
      if (event->action == Action::suggestion_clicked)
        sums_.add(key_, Counter::suggestions_clicked);
      if (event->action == Action::contact_solved && is_article(event->object))
        sums_.add(article_key(event->object), Counter::solved);
    }
  }

  void count_form(const Event& event, DaySeen& day) {
    if (event.form.empty() || !day.forms.insert(event.form).second) return;
    const bool is_holdout = event.outcome == "holdout";
    sums_.add(key_, is_holdout ? Counter::forms_holdout : Counter::forms_offered);
    if (sent_.has_form(event.form))
      sums_.add(key_,
                is_holdout ? Counter::forms_holdout_submitted : Counter::forms_offered_submitted);
  }

  void count_articles(VisitorSeen& visitor) {
    for (const Event* event : session_)
      if (tells_category(event->action) && is_article(event->object))
        sums_.note_category(event->object, event->category);
    for (const auto& [article, visit] : journey_.articles) {
      const CellKey key = article_key(article);
      if (visit.views > 0) sums_.add(key, Counter::views, visit.views);
      if (visit.is_read) sums_.add(key, Counter::reads);
      if (visit.is_before_form) sums_.add(key, Counter::went_to_contact);
      visitor.articles.insert(article);
    }
    if (!journey_.entry_article.empty())
      sums_.add(article_key(journey_.entry_article), Counter::entered_from_search_engine);
  }

  CellSums& sums_;
  EventRow session_;
  const Journey& journey_;
  const SentTickets& sent_;
  const CellKey key_;
};

}  // namespace

void add_session(CellSums& sums, EventRow session, const Journey& journey, const SentTickets& sent,
                 DaySeen& day, VisitorSeen& visitor) {
  Counting(sums, session, journey, sent).count(day, visitor);
}

void add_visitor(CellSums& sums, const VisitorSeen& visitor) {
  for (const std::string& article : visitor.articles)
    sums.add(article_key(article), Counter::visitors);
  for (const auto& [lang, query] : visitor.queries)
    sums.add({.part = kQueryPart, .lang = lang, .object = query}, Counter::visitors);
}

void add_ticket(CellSums& sums, const Event& event, DaySeen& day, std::string_view lang,
                std::string_view category) {
  if (!DaySeen::is_new(day.sent, event.value)) return;
  sums.add({.part = kSitePart,
            .lang = event.lang.empty() ? lang : event.lang,
            .category = event.category.empty() ? category : event.category,
            .channel = event.outcome},
           Counter::tickets_submitted);
}

}  // namespace kb::insights
