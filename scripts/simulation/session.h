// One visitor's way through the help center: searches, reads, is helped or is not, and writes to
// the team or gives up.
//
//   Session session(parts, {.lang = "pl", .begin = morning, .visitor = 4711});
//   auto told = session.run(topic);           // its events, and the ticket it ended in, if any
//
// What a search shows is the live index's answer, so that an article that is published changes what
// visitors do. The same random numbers give the same session. For one thread.

#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "core/store/contact_tickets.h"
#include "core/store/event.h"
#include "scripts/simulation/help_index.h"
#include "scripts/simulation/topics.h"
#include "server/events/trail.h"

namespace kb::simulation {

struct Visitor {
  std::string lang;
  Time begin;
  std::int64_t day = 0;
  std::int64_t visitor = 0;
  std::string email;     // of who writes to the team
  std::string customer;  // its keyed hash
};

struct Told {
  std::vector<store::Event> events;
  std::optional<store::ContactTicket> ticket;  // without a number; the last event is its sending
};

class Session {
 public:
  Session(HelpIndex& index, std::mt19937_64& random, double holdout, Visitor visitor)
      : index_(index),
        random_(random),
        holdout_(holdout),
        who_(std::move(visitor)),
        now_(who_.begin) {}

  Result<Told> run(const Topic& topic);
  // One who types whatever comes to mind, many times.
  Result<Told> flood(const std::vector<std::string>& nonsense);

 private:
  enum class Found { answer, nothing, no_help };

  Result<Found> search(const Topic& topic, const std::string& text);
  bool answers(const Topic& topic, const index::Hit& hit) const;
  Found read(const Topic& topic, const index::Hit& hit, std::int64_t position);
  void contact(const Topic& topic);
  void submit(const Topic& topic, const std::string& form);
  std::string message(const Topic& topic);
  std::string worded(std::string text);
  store::Event& note(store::Action action, int seconds);
  bool happens(double chance);
  int between(int low, int high);
  std::string id();

  HelpIndex& index_;
  std::mt19937_64& random_;
  const double holdout_;
  const Visitor who_;
  Time now_;
  std::string query_id_;
  std::string text_;  // of the last search
  Trail trail_;
  Told told_;
};

}  // namespace kb::simulation
