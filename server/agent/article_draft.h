// The beginning of an article, made from a ticket: a Markdown file with its front matter filled in.
//
//   std::string file = article_draft({.title = "Zwrot na inną kartę", .lang = "pl",
//                                     .category = "billing", .question = …, .answers = {…}});
//   draft_title("Dzień dobry,\nzwrot nie doszedł. Co robić?")     -> "zwrot nie doszedł"
//   draft_file_name(title)                                        -> "zwrot-na-inna-karte.md"
//
// `draft: true` keeps it from customers until a writer has finished it. Whatever a value holds,
// the front matter stays what it is. Texts come redacted. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace kb {

struct ArticleDraft {
  std::string title = {};
  std::vector<std::string> keywords = {};
  std::string category = {};  // its key; may be empty
  std::string lang = {};
  std::string owner = {};
  std::string ticket = {};  // "zendesk/1042"; may be empty
  Time updated = {};
  std::string question = {};
  std::vector<std::string> answers = {};
};

std::string article_draft(const ArticleDraft& draft);

// The first sentence that says something, at most 80 characters of it.
std::string draft_title(std::string_view message);
std::string draft_file_name(std::string_view title);

}  // namespace kb
