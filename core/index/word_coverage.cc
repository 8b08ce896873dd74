#include "core/index/word_coverage.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "core/index/query.h"

namespace kb::index {

WordCoverage::WordCoverage(const Database& database, const Vocabulary* vocabulary,
                           text::Stemmers& stemmers)
    : database_(database), analyser_(database.name.lang, stemmers), statistics_({&database}) {
  if (vocabulary) vocabulary_.emplace(*vocabulary, analyser_);
}

void WordCoverage::ask(std::string_view question) {
  sought_.clear();
  weights_.clear();
  stands_.clear();
  const auto query = parse_query(question, analyser_);
  const auto words = query.all_words();
  for (const auto& word : words) {
    const double frequency = statistics_.frequency(main_term(word, query.has_stems));
    const double weight = std::log(1 + (statistics_.documents() + 1) / (frequency + 1));
    const bool tells = !statistics_.is_common(word, query.has_stems) &&
                       !(vocabulary_ && vocabulary_->is_stop_word(word));
    sought_.push_back(key_of(word));
    weights_.push_back(tells ? weight : 0);
  }
  // Of nothing but common words each says as much as the others.
  if (std::ranges::all_of(weights_, [](double weight) { return weight == 0; }))
    std::ranges::fill(weights_, 1.0);
  if (!vocabulary_) return;
  for (const auto& match : vocabulary_->synonyms(words)) {
    Stand stand{match.first, match.count, {}};
    for (const auto& phrase : match.alternatives) {
      if (sought_.size() + phrase.size() > kMostSought) break;
      Words all;
      for (const auto& word : phrase) all.set(seek(word));
      stand.alternatives.push_back(all);
    }
    stands_.push_back(std::move(stand));
  }
}

std::size_t WordCoverage::seek(const text::WordForms& forms) {
  sought_.push_back(key_of(forms));
  return sought_.size() - 1;
}

WordCoverage::Words WordCoverage::words_in(std::string_view encoded) const {
  Words found;
  RecordWords words(encoded);
  for (RecordWord word{}; words.next(word) && word.key < by_record_key_.size();)
    found |= by_record_key_[word.key];
  return found;
}

double WordCoverage::of(const Row& row) {
  if (weights_.empty()) return 0;
  RecordScan scan(Generation::record_head(database_, row));
  by_record_key_.assign(scan.key_count(), {});
  for (auto& words : by_record_key_) {
    const WordKey key = scan.next_key();
    for (std::size_t i = 0; i < sought_.size(); ++i)
      if (sought_[i].matches(key)) words.set(i);
  }
  Words everywhere;
  for (const auto& word : analyser_.analyse(row.title)) {
    const WordKey key = key_of(*word.forms);
    for (std::size_t i = 0; i < sought_.size(); ++i)
      if (sought_[i].matches(key)) everywhere.set(i);
  }
  while (scan.next_label()) everywhere |= words_in(scan.words());
  double best = covered(everywhere);
  while (scan.next_section())
    best =
        std::max(best, covered(everywhere | words_in(scan.title_words()) | words_in(scan.words())));
  return best;
}

double WordCoverage::covered(const Words& there) const {
  Words known = there;
  for (const auto& [first, count, alternatives] : stands_)
    if (std::ranges::any_of(alternatives, [&](const Words& all) { return (there & all) == all; }))
      for (std::size_t i = first; i < first + count; ++i) known.set(i);
  double sum = 0;
  for (std::size_t i = 0; i < weights_.size(); ++i)
    if (known.test(i)) sum += weights_[i];
  return sum / std::accumulate(weights_.begin(), weights_.end(), 0.0);
}

}  // namespace kb::index
