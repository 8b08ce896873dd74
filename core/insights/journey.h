// What one session came to: where it began, how far it went, what it searched, whether it found an
// answer, and what became of its wish to write to the team.
//
//   const Journey journey = journey_of(session, sent);
//   journey.reached[Station::read]        // 95s after it began; none: it never did
//   journey.searches_to_answer            // 2; none: no answer
//   journey.contact                       // Contact::confirmed
//
// The definitions are docs/insights.md's. Pure, thread-safe; the session's events must outlive it.

#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/insights/counter.h"
#include "core/insights/search_intents.h"
#include "core/insights/sent_tickets.h"
#include "core/insights/session_split.h"

namespace kb::insights {

enum class Entry { search_engine, product, link, other };

// Of a session that opened the form.
enum class Contact {
  none,       // it did not
  confirmed,  // said "this solved it" and did not write after all
  presumed,   // saw suggestions or an article, said nothing, wrote nothing
  submitted,
  other,  // saw nothing and wrote nothing; or said "solved" and wrote within days
};

// The last word of a session on an article.
struct Vote {
  const store::Event* event = nullptr;  // the vote itself
  bool is_yes = false;                  // as it was in the end
  std::string reason = {};
};

struct ArticleVisit {
  int views = 0;
  bool is_read = false;                 // to the point
  bool is_before_form = false;          // opened, and the form after
  const store::Event* event = nullptr;  // the first that opened it
};

struct Journey {
  std::string lang;
  std::string category;
  Entry entry = Entry::other;
  std::string entry_article;  // where a search engine led to one

  // Since its first event; by Station.
  std::array<std::optional<std::chrono::seconds>, 5> reached;
  Searches searches;
  std::optional<int> searches_to_answer;
  Contact contact = Contact::none;

  std::map<std::string, Vote> votes;             // by article
  std::map<std::string, ArticleVisit> articles;  // opened ones

  const std::optional<std::chrono::seconds>& at(Station station) const {
    return reached[static_cast<std::size_t>(station)];
  }
  int searches_made() const;  // without those that failed
};

// The session is not empty.
Journey journey_of(EventRow session, const SentTickets& sent);

}  // namespace kb::insights
