// One question as a writer reviews it: the tickets that ask it, their answers, how far it has come,
// and the articles that may answer it already.
//
//   auto question = find_question(staff, "zendesk", "1042");
//   if (!*question) return staff.not_found();          // no such ticket
//   (*question)->count, (*question)->answers.front(), (*question)->review
//   auto articles = find_articles(staff, title, text, lang, 5);
//
// A ticket that the index does not know (yet) stands for itself alone. Once somebody has begun with
// one of the tickets, that one names the question. As thread-safe as the request.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/article/ticket.h"
#include "core/store/reviews.h"
#include "server/staff_request.h"

namespace kb {

struct ReviewedQuestion {
  std::string source;
  std::string ticket;
  std::string lang;
  std::string title;
  std::string topic;
  std::size_t count = 1;  // may be more than `members`, of which there are some hundred at most
  std::vector<Ticket> members;  // as the store has them, the one that names the question first
  std::vector<Ticket> answers;  // different ones, the best first
  std::optional<store::Review> review;
  std::map<std::string, std::int64_t> redacted;  // from question and answers, by kind

  std::string key() const { return source + "/" + ticket; }
};

Result<std::optional<ReviewedQuestion>> find_question(const StaffRequest& staff,
                                                      const std::string& source,
                                                      const std::string& ticket);

// Those for customers, best first. Without an index: none.
Result<std::vector<index::Hit>> find_articles(const StaffRequest& staff, const std::string& title,
                                              const std::string& text, const std::string& lang,
                                              std::size_t limit);

}  // namespace kb
