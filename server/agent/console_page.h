// The agents' console: one box, and below it what helps to answer.
//
//   ConsolePage page{.staff = staff.site("agent"), .state = ConsolePage::State::found, …};
//   std::string html = render(renderer, page);
//
// All forms send the whole box along, so that each works without JavaScript and comes back with the
// same results. `panel`: the narrow page that stands in a helpdesk's sidebar. Plain values, pure,
// thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/agent/contact_part.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct ConsoleArticle {
  std::string title = {};
  std::string target = {};  // "pl/billing/refund#jak-dlugo": what its buttons are about
  std::string key = {};     // "pl/billing/refund": what its fields are named for
  std::string lang = {};
  bool is_answer = false;
  std::string section_title = {};
  std::string category = {};
  std::string snippet_html = {};  // escaped text with <mark> alone
  std::string preview_url = {};

  // What to send; empty where customers cannot read it.
  std::string link = {};
  std::string markdown = {};
  std::string html = {};
  std::string reply = {};

  bool other_language = false;  // there is none in the customer's
  bool for_agents_only = false;
  bool passage_for_agents = false;
  bool has_notes = false;
  bool already_read = false;  // by the customer, before they wrote
  bool did_not_help = false;
  Link own_language = {};  // the same for the agent to read; empty: none
};

struct ConsoleTicket {
  std::string title = {};
  std::string lang = {};
  std::string url = {};
  std::string answer = {};
  std::string topic = {};
  std::int64_t count = 1;
  std::optional<int> satisfaction = {};
  Time newest = {};
};

struct ConsolePage {
  enum class State { none_asked, found, nothing, failed, no_index, too_long };

  StaffSite staff = {};
  State state = State::none_asked;
  bool panel = false;
  std::string action = {};
  std::string console_url = {};  // of the whole console, from the panel
  std::string flags_url = {};
  std::string text = {};
  std::string ticket = {};
  std::vector<std::string> languages = {};
  std::string lang = {};  // of the customer
  bool detected = false;
  bool chosen = false;
  std::int64_t length = 0;  // of a text that is too long
  std::int64_t longest = 0;
  std::string request_id = {};
  std::vector<ConsoleArticle> articles = {};
  std::vector<ConsoleTicket> tickets = {};
  std::string topic = {};
  std::string said = {};                      // what was just done, in words
  std::vector<OpenTicket> open_tickets = {};  // of the contact form
  std::optional<ContactPart> contact = {};    // the one at hand
};

std::string render(const Renderer& renderer, const ConsolePage& page);

// The words for what a button did: "agent.said.linked" with the ticket in it.
std::string said(const Renderer& renderer, const StaffSite& staff, const std::string& key,
                 const std::string& ticket = {});

}  // namespace kb::page
