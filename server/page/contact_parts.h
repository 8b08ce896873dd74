// What the pages around the contact form share: what was typed, what goes along, what may answer
// it, and the other ways to reach the team.
//
//   model["trail"] = trail_items(frame, page.trail);          // "You searched for “refund”"
//   answer_time(frame, 240)                                   // "4 hours"
//
// View models are plain values; URLs are final. Pure, thread-safe.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "server/page/frame.h"
#include "server/page/layout.h"

namespace kb::page {

struct ContactFields {
  std::string subject = {};
  std::string description = {};
  std::string email = {};
  std::string category = {};  // a key; empty: none chosen
  bool send_trail = true;
  std::string form = {};               // the opening of the form, sealed
  std::string trail = {};              // sealed; empty: there is none
  std::vector<std::string> seen = {};  // suggestions that were shown: "en/billing/refund"
};

struct ContactStep {
  enum class Kind { from, searched, read, helped, not_helped, suggested };

  Kind kind = Kind::searched;
  std::string what = {};  // a query, an article's title, an address
};

// A way to reach the team. Minutes are of the day, in the site's time zone.
struct ContactChannel {
  std::string kind = {};  // "form", "phone", "chat", "link"
  std::string name = {};  // empty: the built-in words for its kind
  std::string url = {};   // tel:… or an address; of a form: empty
  std::string address = {};
  int answer_minutes = 0;  // 0: not told
  bool has_hours = false;
  int open_until = -1;  // -1: closed
  int opens_in_days = 0;
  int opens_weekday = 0;  // from Monday, 0
  int opens_at = 0;
};

struct ContactSuggestion {
  std::string key = {};  // "en/billing/refund"
  std::string title = {};
  std::string section_title = {};
  std::string url = {};
  std::string lang = {};
  std::string passage_html = {};  // safe HTML: goes into the page as it is
};

std::string answer_time(const Frame& frame, int minutes);  // "90 minutes", "4 hours", "2 days"
nlohmann::json trail_items(const Frame& frame, const std::vector<ContactStep>& trail);
nlohmann::json channel_items(const Frame& frame, const std::vector<ContactChannel>& channels);
nlohmann::json suggestion_items(const Frame& frame,
                                const std::vector<ContactSuggestion>& suggestions);

// Adds what _contact_fields.mustache carries from page to page unseen.
void add_hidden_fields(nlohmann::json& model, const ContactFields& fields);

}  // namespace kb::page
