// The beginning of an article that closes a gap: a Markdown file for a writer to finish.
//
//   const std::string file = gap_draft_file({.facts = {.title = "Zwrot kosztów", …},
//                                            .questions = {"zwrot kosztów", …}}, words);
//   without_front_matter(original_file)       // the text alone
//
// The front matter is filled in and says `draft: true`. The text lists the questions to answer, or
// is the original's that is to be translated. What support answered and what similar articles are
// made of stands in comments, which no build publishes; nothing in a ticket can end them. Texts
// come redacted. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server/writer/answer_file.h"

namespace kb {

struct GapDraft {
  struct Answer {
    std::string ticket;  // "zendesk/17"
    std::string question;
    std::string answer;
  };
  struct Heading {
    std::string title;
    int level = 2;
  };
  struct Outline {
    std::string article;  // "pl/billing/refund"
    std::string title;
    std::vector<Heading> headings = {};
  };

  FileFacts facts = {};
  std::string lang = {};
  std::string id = {};  // where it would lie: "billing/zwrot-kosztow"
  std::vector<std::string> questions = {};
  std::int64_t hidden_questions = 0;  // that too few asked
  std::vector<Answer> answers = {};
  std::vector<Outline> outlines = {};
  std::string original = {};       // "en/billing/refund": what it is to be a translation of
  std::string original_text = {};  // Markdown
};

// What the draft says to whoever works on it.
struct GapDraftWords {
  std::string how;        // what to do with it
  std::string translate;  // likewise, of a translation
  std::string questions;  // the heading of the list
  std::string hidden;     // "and 3 more"; empty: none
  std::string answers;
  std::string outlines;
};

std::string gap_draft_file(const GapDraft& draft, const GapDraftWords& words);

std::string_view without_front_matter(std::string_view file);

}  // namespace kb
