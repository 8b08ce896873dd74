// What an agent notes down from the console: an article linked in a ticket, a flag for its owner, a
// question that needs an article.
//
//   Result<Said> said = act(staff, question, search, *generation);     // of a POST with `do`
//   said->key                                                // "agent.said.linked"
//
// `do` is "link LANG/ID#ANCHOR", "flag LANG/ID#ANCHOR" (with the fields "kind LANG/ID" and
// "note LANG/ID"), "need", or "answered" of a ticket from the contact form. Each is written with
// its line in the audit log; sent twice, it is noted once. What is kept of a customer's words is
// redacted first, or not kept at all. An Error is the store's or the redaction's; what the agent
// can mend is said. Thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/agent/console_question.h"
#include "server/agent/console_search.h"

namespace kb {

struct Said {
  std::string key;     // of a text
  std::string ticket;  // that it names; may be empty
};

struct ArticleTarget {
  std::string lang;
  std::string id;
  std::string anchor;  // may be empty

  bool operator==(const ArticleTarget&) const = default;
};

// "pl/billing/refund#jak-dlugo"; nothing where it is no such thing.
std::optional<ArticleTarget> read_target(std::string_view written);
std::string to_key(const ArticleTarget& target);  // without the anchor

// `asked`: what the customer asks, from the box or the ticket.
Result<Said> act(const StaffRequest& staff, const Question& question, const ConsoleSearch& asked,
                 const index::Generation& generation);

}  // namespace kb
