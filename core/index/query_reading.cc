#include "core/index/query_reading.h"

#include <algorithm>

#include "core/index/field.h"
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

// "henkilö tiedot" for "henkilötiedot": words that only the typist keeps apart.
void add_joined_neighbours(Query& query, LanguageHandle& handle) {
  const auto words = query.words;
  for (std::size_t i = 0; i + 1 < words.size(); ++i) {
    const std::string together = words[i].surface + words[i + 1].surface;
    if (handle.statistics.frequency(term(Field::word, together)) == 0) continue;
    if (auto joined = words_of(together, handle.analyser); joined.size() == 1)
      query.alternatives.push_back({std::move(joined), 1, "written together: " + together});
  }
}

double known_share(const std::vector<text::WordForms>& words, bool has_stems,
                   const TermStatistics& statistics) {
  if (words.empty()) return 1;
  const auto known = std::count_if(words.begin(), words.end(), [&](const text::WordForms& word) {
    return statistics.is_known(word, has_stems);
  });
  return static_cast<double>(known) / static_cast<double>(words.size());
}

}  // namespace

Query read_query(std::string_view text, LanguageHandle& handle, LookAlikes look_alikes) {
  Query query = parse_query(text, handle.analyser);
  if (handle.vocabulary != nullptr) add_team_words(query, *handle.vocabulary);
  add_joined_neighbours(query, handle);
  query.known = known_share(query.words, query.has_stems, handle.statistics);
  if (look_alikes == LookAlikes::none) return query;
  if (query.known == 0 && look_alikes != LookAlikes::alone) return query;
  const auto words = query.words;
  for (const auto& word : words)
    if (!handle.statistics.is_written(word)) add_look_alikes(query, word, handle);
  return query;
}

Query read_message(const Message& message, LanguageHandle& handle) {
  Query query;
  query.has_stems = handle.analyser.has_stemmer();
  const auto& statistics = handle.statistics;
  const auto words = message_words(message, handle.analyser, [&](const text::WordForms& word) {
    if (!statistics.is_known(word, query.has_stems)) return 0.0;
    const auto with = std::max(1U, statistics.frequency(main_term(word, query.has_stems)));
    return inverse_frequency(handle.collection.articles, with);
  });
  for (const auto& word : words.telling) query.words.push_back(word.forms);
  query.known = known_share(words.all, query.has_stems, statistics);
  return query;
}

}  // namespace kb::index
