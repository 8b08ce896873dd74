// Suggests articles and queries while somebody types, as far as their audience may know of them.
//
//   Suggester suggester(stemmers);
//   Suggested now = suggester.suggest(generation, {.text = "reset pas", .lang = "en", …});
//   now.articles[0].title   // "Reset your password"
//   now.queries[0]          // "reset password"
//
// In the reader's language; articles in its fallback languages where that has none. Works on what
// the generation holds in memory: neither Xapian nor records are read. Thread-safe, never fails.

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/index/generation.h"
#include "core/index/searcher.h"
#include "core/index/typed_text.h"
#include "core/text/analyser.h"

namespace kb::index {

struct SuggestRequest {
  std::string text;
  std::string lang;                         // the reader's; need not be published
  std::vector<std::string> fallbacks = {};  // in this order
  std::size_t articles = 5;                 // at most so many
  std::size_t queries = 5;
  Audience audience = Audience::everyone;
  Time now = {};
};

struct SuggestedArticle {
  std::string id;
  std::string lang;
  std::string title;
  std::string category;
  Kind kind = Kind::article;
  std::optional<SectionHit> section = {};  // the one whose heading matches
};

struct Suggested {
  std::vector<SuggestedArticle> articles;
  std::vector<std::string> queries;
};

class Suggester {
 public:
  explicit Suggester(text::Stemmers& stemmers) : stemmers_(stemmers) {}

  Suggested suggest(const Generation& generation, const SuggestRequest& request);

 private:
  TypedText read(const std::string& text, const std::string& lang);

  text::Stemmers& stemmers_;
  std::mutex mutex_;
  std::map<std::string, std::vector<std::unique_ptr<text::Analyser>>> idle_;  // by language
};

}  // namespace kb::index
