// One thing that happened: a page was viewed, a search made, a form opened.
//
//   Event event{.action = Action::searched, .lang = "pl", .text = "zwrot kosztów"};
//   action_name(event.action)                  // "searched"
//
// `visitor` is a hash that means nothing after its day; 0: only a count, tied to nobody and to no
// other event. Texts come redacted. What else is told is in `detail`, one JSON object (docs/
// integrator.md lists its members by action). A plain value.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"

namespace kb::store {

// Kept in the store by number: one that was given out is never changed.
enum class Action : std::uint8_t {
  page_viewed = 1,          // object: "en/billing/refund", or the page; outcome: where from
  searched = 2,             // text, value: results; outcome: "results", "none", "error"
  suggested = 3,            // as somebody typed; text, value: how many
  clicked = 4,              // object, position from 1, query_id
  read = 5,                 // object, value: seconds; outcome: "point" (20 s or to the end) or ""
  voted = 6,                // object; outcome: "yes", "no"; detail: reason, note
  surveyed = 7,             // object; outcome: which scale; value: the mark; 0: asked, not answered
  contact_opened = 8,       // form; outcome: "offered" or "holdout"
  suggestion_shown = 9,     // form, object, position
  suggestion_clicked = 10,  // form, object, position
  contact_solved = 11,      // form, object: what solved it, if told
  ticket_submitted = 12,    // form, category; outcome: channel; value: the ticket's number
  ticket_resolved = 13,     // value: the ticket's number
  article_linked = 14,      // object; by an agent
};

// Whose doing it was: the figures of customers are of visitors alone.
enum class Who : std::uint8_t { visitor = 0, staff = 1 };

struct Event {
  Time at = {};          // the server's clock
  std::int64_t day = 0;  // days since 1970-01-01 in the site's time zone, as it was then
  Action action = Action::page_viewed;
  Who who = Who::visitor;
  std::int64_t visitor = 0;
  std::string customer = {};  // keyed hash of an e-mail address; empty: unknown
  std::string form = {};      // of contact events: one opening of the form
  std::string query_id = {};
  std::string lang = {};
  std::string category = {};
  std::string object = {};
  std::int64_t position = 0;  // from 1; 0: none
  std::int64_t value = 0;
  std::string outcome = {};
  std::string text = {};
  std::string detail = {};  // JSON; empty: {}

  bool operator==(const Event&) const = default;
};

std::string_view action_name(Action action);  // "page_viewed"
std::optional<Action> parse_action(std::string_view name);

}  // namespace kb::store
