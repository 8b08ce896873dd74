// A draft beside an article: what customers ask besides, for a writer to work into it.
//
//   auto draft = merge_draft(config, article, {.title = …, .question = …, .answer = …}, facts);
//   draft->file      // content/articles/pl/billing/refund-from-zendesk-1042.md
//
// The draft has the article's category and language, links to each of its sections, and the
// question with its answer as a section of its own. It is published by no build (`draft: true`). An
// article whose file is in no source is an Error. Thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "server/writer/answer_file.h"
#include "server/writer/review_decision.h"

namespace kb {

struct MergeArticle {
  std::string lang;
  std::string id;
  std::string title;
  std::string category = {};
  struct Heading {
    std::string anchor;
    std::string title;
    int level = 2;
  };
  std::vector<Heading> outline = {};
};

// What the draft says to whoever works on it, in their language.
struct MergeWords {
  std::string how;      // what to do with this draft
  std::string outline;  // what stands before the article's sections
};

std::string draft_id(const MergeArticle& article, const std::string& ticket);

Result<DraftFile> merge_draft(const Config& config, const MergeArticle& article,
                              const ReviewText& text, FileFacts facts, const MergeWords& words);

}  // namespace kb
