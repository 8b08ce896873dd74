#include "core/index/query_reading.h"

#include <algorithm>

#include "core/index/look_alikes.h"

namespace kb::index {
namespace {

constexpr double kSynonymWeight = 0.8;
constexpr double kLookAlikeWeight = 0.5;  // times their likeness
constexpr std::size_t kMostLookAlikes = 6;

void add_team_words(Query& query, const VocabularyMatcher& vocabulary) {
  const auto words = query.all_words();
  for (const auto& word : words)
    if (vocabulary.is_stop_word(word)) query.stop_words.insert(word.surface);
  for (const auto& match : vocabulary.synonyms(words))
    for (const auto& alternative : match.alternatives)
      query.alternatives.push_back({alternative, kSynonymWeight, "synonym: " + match.rule});
}

void add_look_alikes(Query& query, const text::WordForms& word, LanguageHandle& handle) {
  for (const auto& other : look_alikes(word.folded, handle.lexicons, kMostLookAlikes)) {
    const auto forms = words_of(other.surface, handle.analyser);
    if (forms.empty()) continue;
    query.alternatives.push_back({forms, kLookAlikeWeight * other.likeness,
                                  "looks alike: " + word.surface + " -> " + other.surface});
  }
}

}  // namespace

Query read_query(std::string_view text, LanguageHandle& handle, LookAlikes look_alikes) {
  Query query = parse_query(text, handle.analyser);
  if (handle.vocabulary != nullptr) add_team_words(query, *handle.vocabulary);
  if (look_alikes == LookAlikes::none) return query;
  const auto is_known = [&](const text::WordForms& word) {
    return handle.statistics.is_known(word, query.has_stems);
  };
  const bool some_known = std::any_of(query.words.begin(), query.words.end(), is_known);
  if (!some_known && look_alikes != LookAlikes::alone) return query;
  const auto words = query.words;
  for (const auto& word : words)
    if (!is_known(word)) add_look_alikes(query, word, handle);
  return query;
}

}  // namespace kb::index
