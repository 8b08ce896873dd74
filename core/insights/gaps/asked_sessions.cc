#include "core/insights/gaps/asked_sessions.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>
#include <unordered_set>

#include "core/base/content_hash.h"
#include "core/insights/gaps/query_noise.h"

namespace kb::insights {
namespace {

using store::Action;
using store::Event;

std::string note_of(const Event& vote) {
  const auto told = nlohmann::json::parse(vote.detail, nullptr, false);
  const auto note = told.is_object() ? told.find("note") : told.end();
  return note != told.end() && note->is_string() ? note->get<std::string>() : std::string();
}

std::uint64_t who_of(const std::vector<const Event*>& ordered) {
  for (const Event* event : ordered)
    if (!event->customer.empty()) return customer_number(event->customer);
  return visitor_number(ordered.front()->visitor, ordered.front()->day);
}

// Typed and left: nobody knows whether the list that came up while typing was an answer.
bool tells_nothing(const SearchIntent& intent) {
  return intent.failed() || (intent.decides->action == Action::suggested && intent.has_results() &&
                             intent.clicks.empty());
}

// One session's askings, in the order of its searches.
class SessionAskings {
 public:
  SessionAskings(AskedDay& day, AskedTexts& texts, EventRow session, const Journey& journey,
                 std::uint64_t who)
      : day_(day), texts_(texts), session_(session), journey_(journey), who_(who) {}

  void read(const FormNumbers& numbers) {
    for (const SearchIntent& intent : intents()) askings_.push_back(asking_of(intent));
    for (std::size_t i = 0; i < askings_.size(); ++i) note_following(i);
    for (const auto& [article, vote] : journey_.votes)
      if (!vote.is_yes && is_article(article)) note_vote(article, vote);
    note_contact(numbers);
    for (const auto& asking : askings_)
      if (asking) day_.askings.push_back(*asking);
  }

 private:
  const std::vector<SearchIntent>& intents() const { return journey_.searches.intents; }

  std::optional<Asking> asking_of(const SearchIntent& intent) {
    const std::string& lang = intent.decides->lang.empty() ? journey_.lang : intent.decides->lang;
    const std::string form = query_form(intent.text());
    if (form.empty() || lang.empty() || tells_nothing(intent)) return std::nullopt;
    if (is_noise(form)) {
      ++day_.filtered;
      return std::nullopt;
    }
    Asking asking{.question = texts_.question(lang, form),
                  .day = static_cast<std::int32_t>(intent.decides->day),
                  .who = who_,
                  .failures = failures_of(intent)};
    for (const Event* click : intent.clicks)
      if (is_article(click->object)) asking.article = texts_.article(click->object);
    return asking;
  }

  static std::uint16_t failures_of(const SearchIntent& intent) {
    unsigned failures = 0;
    if (!intent.has_results()) failures |= bit(Failure::no_results);
    if (intent.has_results() && intent.clicks.empty()) failures |= bit(Failure::no_click);
    if (intent.is_reformulated) failures |= bit(Failure::reformulated);
    if (intent.detail.is_fallback) failures |= bit(Failure::fallback);
    return static_cast<std::uint16_t>(failures);
  }

  // The words that led somewhere after these had not.
  void note_following(std::size_t from) {
    if (!askings_[from] || !intents()[from].is_reformulated) return;
    for (std::size_t i = from + 1; i < askings_.size(); ++i) {
      if (!intents()[i].clicks.empty()) {
        if (!askings_[i] || askings_[i]->question == askings_[from]->question) return;
        askings_[from]->followed = askings_[i]->question;
        askings_[from]->article = askings_[i]->article;
        return;
      }
      if (!intents()[i].is_reformulated) return;
    }
  }

  // The last search whose results it was opened from.
  Asking* led_to(const std::string& article) {
    for (std::size_t i = askings_.size(); i-- > 0;) {
      const auto& clicks = intents()[i].clicks;
      const bool is_opened =
          std::ranges::any_of(clicks, [&](const Event* click) { return click->object == article; });
      if (askings_[i] && is_opened) return &*askings_[i];
    }
    return nullptr;
  }

  void note_vote(const std::string& article, const Vote& vote) {
    AskedNote note{.article = texts_.article(article),
                   .day = static_cast<std::int32_t>(vote.event->day),
                   .reason = vote.reason,
                   .text = {}};
    for (const Event* event : session_)
      if (event->action == Action::voted && event->object == article)
        if (std::string text = note_of(*event); !text.empty()) note.text = std::move(text);
    if (Asking* asking = led_to(article)) {
      note.question = asking->question;
      asking->article = note.article;
      asking->failures |= bit(Failure::voted_down);
    }
    day_.notes.push_back(std::move(note));
  }

  // The ticket is of the last search before the form was opened: what was asked before that one was
  // answered, or said in other words.
  void note_contact(const FormNumbers& numbers) {
    const auto [ticket, opened] = sent_ticket(numbers);
    if (ticket == kNothing) return;
    for (std::size_t i = askings_.size(); i-- > 0;) {
      if (!askings_[i] || intents()[i].events.front()->at > opened) continue;
      askings_[i]->failures |= bit(Failure::contact);
      askings_[i]->ticket = ticket;
      break;
    }
    const bool was_offered = std::ranges::any_of(
        session_, [](const Event* event) { return event->action == Action::suggestion_shown; });
    if (was_offered) day_.rejected.push_back(ticket);
  }

  struct Sent {
    std::uint32_t ticket = kNothing;
    Time opened = {};
  };

  Sent sent_ticket(const FormNumbers& numbers) {
    for (const Event* event : session_) {
      if (event->action == Action::ticket_submitted) return {ticket(event->value), event->at};
      if (event->action != Action::contact_opened) continue;
      if (const auto sent = numbers.find(event->form); sent != numbers.end())
        return {ticket(sent->second), event->at};
    }
    return {};
  }

  std::uint32_t ticket(std::int64_t number) {
    return texts_.ticket("contact/" + std::to_string(number));
  }

  AskedDay& day_;
  AskedTexts& texts_;
  EventRow session_;
  const Journey& journey_;
  const std::uint64_t who_;
  std::vector<std::optional<Asking>> askings_;  // by intent
};

bool is_flood(const std::vector<Journey>& journeys) {
  std::unordered_set<std::string> forms;
  for (const Journey& journey : journeys)
    for (const SearchIntent& intent : journey.searches.intents)
      forms.insert(query_form(intent.text()));
  return forms.size() > static_cast<std::size_t>(kMostSearchesADay);
}

void note_untracked_votes(AskedDay& day, AskedTexts& texts, std::span<const Event> events) {
  for (const Event& event : events) {
    if (event.action != Action::voted || event.outcome != "no" || !is_article(event.object) ||
        event.who != store::Who::visitor)
      continue;
    day.notes.push_back({.article = texts.article(event.object),
                         .question = kNothing,
                         .day = static_cast<std::int32_t>(event.day),
                         .reason = vote_detail(event.detail).reason,
                         .text = note_of(event)});
  }
}

}  // namespace

std::uint64_t customer_number(std::string_view customer) {
  return short_hash(customer);
}

std::uint64_t visitor_number(std::int64_t visitor, std::int64_t day) {
  return short_hash("visitor " + std::to_string(visitor) + " of " + std::to_string(day));
}

void AskedSessions::add(std::span<const Event> events) {
  if (events.empty()) return;
  if (events.front().visitor == 0) return note_untracked_votes(day_, texts_, events);
  const auto ordered = in_order(events);
  if (ordered.empty()) return;
  const auto sessions = sessions_of(ordered);
  std::vector<Journey> journeys;
  for (const EventRow session : sessions) journeys.push_back(journey_of(session, sent_));
  if (is_flood(journeys)) {
    for (const Journey& journey : journeys) day_.filtered += journey.searches_made();
    return;
  }
  const std::uint64_t who = who_of(ordered);
  for (std::size_t i = 0; i < sessions.size(); ++i)
    SessionAskings(day_, texts_, sessions[i], journeys[i], who).read(numbers_);
}

}  // namespace kb::insights
