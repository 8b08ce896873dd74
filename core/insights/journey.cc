#include "core/insights/journey.h"

#include <algorithm>

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

bool is_search(const Event& event) {
  return event.action == Action::searched || event.action == Action::suggested;
}

bool asks_the_team(const Event& event) {
  return event.action == Action::contact_opened || event.action == Action::ticket_submitted;
}

bool opens_article(const Event& event) {
  return (event.action == Action::page_viewed || event.action == Action::read) &&
         is_article(event.object);
}

template <class Is>
const Event* first(EventRow session, const Is& is) {
  const auto found =
      std::find_if(session.begin(), session.end(), [&](const Event* event) { return is(*event); });
  return found == session.end() ? nullptr : *found;
}

const Event* first(EventRow session, Action action) {
  return first(session, [action](const Event& event) { return event.action == action; });
}

std::string category_of(EventRow session) {
  const auto told = [](Action action) {
    return
        [action](const Event& event) { return event.action == action && !event.category.empty(); };
  };
  const Event* event = first(session, [](const Event& e) {
    return (opens_article(e) || e.action == Action::clicked) && !e.category.empty();
  });
  if (event == nullptr) event = first(session, told(Action::ticket_submitted));
  if (event == nullptr) event = first(session, told(Action::contact_opened));
  return event == nullptr ? "" : event->category;
}

Entry entry_of(const Event& page) {
  if (page.outcome == "search_engine") return Entry::search_engine;
  if (page.outcome == "product") return Entry::product;
  return page.outcome == "link" ? Entry::link : Entry::other;
}

std::map<std::string, Vote> votes_of(EventRow session) {
  std::map<std::string, Vote> votes;
  for (const Event* event : session) {
    if (event->action != Action::voted || event->object.empty()) continue;
    const VoteDetail detail = vote_detail(event->detail);
    Vote& vote = votes[event->object];
    if (vote.event == nullptr || !detail.changes) vote = {.event = event};
    vote.is_yes = event->outcome == "yes";
    if (!vote.is_yes && !detail.reason.empty()) vote.reason = detail.reason;
  }
  return votes;
}

class JourneyReader {
 public:
  JourneyReader(EventRow session, const SentTickets& sent) : session_(session), sent_(sent) {}

  Journey read() {
    read_beginning();
    journey_.votes = votes_of(session_);
    journey_.searches = searches_of(session_);
    read_articles();
    read_stations();
    read_answer();
    journey_.contact = contact();
    return std::move(journey_);
  }

 private:
  void read_beginning() {
    const Event* spoken = first(session_, [](const Event& event) { return !event.lang.empty(); });
    if (spoken != nullptr) journey_.lang = spoken->lang;
    journey_.category = category_of(session_);
    const Event* page = first(session_, Action::page_viewed);
    if (page == nullptr) return;
    journey_.entry = entry_of(*page);
    if (journey_.entry == Entry::search_engine && is_article(page->object))
      journey_.entry_article = page->object;
  }

  void read_articles() {
    for (const Event* event : session_) {
      if (event->action == Action::contact_opened)
        for (auto& [article, visit] : journey_.articles) visit.is_before_form = true;
      const bool is_point = is_read_to_the_point(*event);
      if (!opens_article(*event) && !is_point) continue;
      ArticleVisit& visit = journey_.articles[event->object];
      if (visit.event == nullptr) visit.event = event;
      if (event->action == Action::page_viewed) ++visit.views;
      if (is_point) visit.is_read = true;
    }
  }

  // A "yes" counts unless it was taken back.
  bool is_read_to_the_point(const Event& event) const {
    if (!is_article(event.object)) return false;
    if (event.action == Action::read) return event.outcome == "point";
    return event.action == Action::voted && event.outcome == "yes" &&
           journey_.votes.at(event.object).is_yes;
  }

  void reach(Station station, const Event* event) {
    if (event != nullptr) reach(station, event->at);
  }
  void reach(Station station, Time at) {
    journey_.reached[static_cast<std::size_t>(station)] = at - session_.front()->at;
  }

  void read_stations() {
    reach(Station::search, first(session_, is_search));
    reach(Station::click, first(session_, Action::clicked));
    reach(Station::read,
          first(session_, [this](const Event& event) { return is_read_to_the_point(event); }));
    reach(Station::contact, first(session_, Action::contact_opened));
    if (const Event* ticket = first(session_, Action::ticket_submitted))
      return reach(Station::submit, ticket);
    // Whoever took more than half an hour to write sent the form in another session.
    for (const Event* event : session_)
      if (event->action == Action::contact_opened)
        if (const auto sent = sent_.sent(event->form); sent && *sent >= event->at)
          return reach(Station::submit, *sent);
  }

  void read_answer() {
    const auto goes_on = std::find_if(session_.rbegin(), session_.rend(), [](const Event* event) {
      return is_search(*event) || asks_the_team(*event);
    });
    const bool is_answered = std::any_of(session_.rbegin(), goes_on, [this](const Event* event) {
      return is_read_to_the_point(*event);
    });
    if (is_answered) journey_.searches_to_answer = journey_.searches_made();
  }

  Contact contact() const {
    if (!journey_.at(Station::contact)) return Contact::none;
    if (journey_.at(Station::submit)) return Contact::submitted;
    if (first(session_, Action::contact_solved) != nullptr)
      return wrote_after_all() ? Contact::other : Contact::confirmed;
    const bool saw_something = first(session_, [](const Event& event) {
      return event.action == Action::suggestion_shown ||
             event.action == Action::suggestion_clicked || opens_article(event);
    });
    return saw_something ? Contact::presumed : Contact::other;
  }

  bool wrote_after_all() const {
    return std::any_of(session_.begin(), session_.end(), [this](const Event* event) {
      return event->action == Action::contact_solved && !event->customer.empty() &&
             sent_.wrote_after(event->customer, event->at);
    });
  }

  EventRow session_;
  const SentTickets& sent_;
  Journey journey_;
};

}  // namespace

int Journey::searches_made() const {
  return static_cast<int>(
      std::count_if(searches.intents.begin(), searches.intents.end(),
                    [](const SearchIntent& intent) { return !intent.failed(); }));
}

Journey journey_of(EventRow session, const SentTickets& sent) {
  return JourneyReader(session, sent).read();
}

}  // namespace kb::insights
