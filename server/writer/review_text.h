// What a writer makes of a question: as it stands in the form, and what is wrong with it.
//
//   ReviewText text = ReviewText::of(form);                       // as it was typed
//   ReviewText text = ReviewText::proposed(leader, best);          // to begin with
//   auto faults = faults_in(text, Action::approve);               // {{"title", "review.…"}}
//
// Faults by field, as keys of texts; whether a path is free and what looks like personal data is
// found out elsewhere. Plain values, pure.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/store/reviews.h"
#include "server/form.h"

namespace kb {

enum class Action { save, approve, merge, reject, reopen, rate, publish };
std::optional<Action> parse_action(std::string_view name);

struct ReviewText {
  std::string title = {};
  std::string question = {};
  std::string answer = {};  // Markdown
  std::string category = {};
  std::string path = {};  // id of the answer to be
  std::string note = {};
  std::string article = {};            // to merge it into: "en/billing/refund"
  std::vector<std::string> kept = {};  // looks like personal data, and is meant
  std::string seen = {};               // version of the review that the writer saw

  static ReviewText of(const Form& form);
  static ReviewText of(const store::Review& review);
  static ReviewText proposed(const Ticket& leader, const Ticket& best);

  std::vector<std::string> texts() const { return {title, question, answer, note}; }
};

using Faults = std::map<std::string, std::string>;  // field -> key of a text
Faults faults_in(const ReviewText& text, Action action);

// Changes whenever anybody changes the review; nothing has one, too.
std::string version_of(const std::optional<store::Review>& review);

}  // namespace kb
