// Articles by languages: what is translated, what is behind its original, what is missing, and who
// asked for it.
//
//   auto matrix = translation_matrix({generation, config, uses, foreign, clock.now()});
//   matrix.articles[0].cells[1]          // {.state = missing, .asked = 12}, in languages[1]
//   keep_chosen({.lang = "pl", .state = TranslationState::missing}, matrix);
//
// Those first for which most visitors asked in a language that it lacks, or has in an old version;
// languages likewise, after the site's own.
// The original is the version in the site's own language, else in the first that there is. History
// follows an article that was renamed. Pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "core/index/generation.h"
#include "core/insights/article_use.h"
#include "core/insights/foreign_reads.h"

namespace kb {

enum class TranslationState { original, translated, stale, missing };

std::string_view translation_state_name(TranslationState state);
std::optional<TranslationState> parse_translation_state(std::string_view name);

struct TranslationCell {
  TranslationState state = TranslationState::missing;
  std::int64_t views = 0;   // of this version
  std::int64_t asked = 0;   // visitor-days: asked in this language, given another
  std::int64_t clicks = 0;  // of which on results of searches

  std::int64_t unmet() const {
    return state == TranslationState::missing || state == TranslationState::stale ? asked : 0;
  }
};

struct TranslatedArticle {
  std::string id = {};
  std::string lang = {};  // of the original
  std::string title = {};
  std::string category = {};
  Kind kind = Kind::article;
  std::vector<TranslationCell> cells = {};  // in the order of the languages

  std::int64_t unmet() const;
  std::int64_t views() const;
};

struct TranslationMatrix {
  std::vector<std::string> languages = {};  // the site's own first, then by demand
  std::vector<TranslatedArticle> articles = {};

  // There are articles, in several languages, and nothing is left to translate.
  bool is_complete() const;
};

struct TranslationSource {
  const index::Generation& generation;
  const Config& config;
  const insights::ArticleUses& uses;
  const std::vector<insights::ForeignReads>& foreign;
  Time now;
};
TranslationMatrix translation_matrix(const TranslationSource& source);

struct TranslationFilter {
  std::string lang = {};  // this column alone
  std::string category = {};
  std::optional<TranslationState> state = {};  // in any column that is left
};
void keep_chosen(const TranslationFilter& filter, TranslationMatrix& matrix);

}  // namespace kb
