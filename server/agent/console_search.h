// What the console finds for a question: articles and answers with what an agent needs to send
// them, then similar tickets, then the topic.
//
//   Findings found = search_console(center, {.text = message, .lang = "pl", .agent_lang = "en",
//                                            .origin = "https://help.fernway.example"});
//   if (found.state == Findings::State::failed) …        // found.error says why
//
// Links and texts to send are those of the customers' version: what is for agents only has none. A
// search that fails is told, never "nothing found". Thread-safe.

#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/index/searcher.h"
#include "server/agent/contact_view.h"
#include "server/agent/share_link.h"
#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

struct ConsoleSearch {
  std::string subject = {};
  std::string text = {};
  std::string lang = {};        // the customer's
  std::string agent_lang = {};  // searched besides
  std::string origin = {};      // scheme and host of the links to send
  bool is_message = false;
  std::map<std::string, Seen> seen = {};  // articles that the customer knows: they come last
  std::size_t articles = 8;
  std::size_t tickets = 5;
};

struct FoundArticle {
  index::Hit hit;
  bool for_agents_only = false;     // customers cannot read it
  bool passage_for_agents = false;  // customers can, but not this section
  bool has_notes = false;           // agents read more in it than customers do
  std::string anchor = {};          // of the section to send; empty: the article as a whole
  std::optional<ShareLink> link = {};
  std::string reply = {};       // plain text of the passage
  std::string agent_lang = {};  // the agent's language, where it has the article besides
  Seen seen = Seen::no;         // by the customer, before they wrote
};

struct Findings {
  enum class State { none_asked, no_index, failed, nothing, found };

  State state = State::none_asked;
  Error error = {};
  std::vector<FoundArticle> articles = {};
  std::vector<index::SimilarTicket> tickets = {};
  std::string topic = {};  // empty: the nearest tickets disagree
  index::GenerationNumber generation = 0;
};

Findings search_console(const HelpCenter& center, const ConsoleSearch& search);

// Scheme and host for links that leave the page: as configured, else as the request says.
std::string origin_of(const HelpCenter& center, const http::Request& request);

}  // namespace kb
