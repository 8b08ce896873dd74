#include "core/index/coverage.h"

#include <algorithm>
#include <bitset>
#include <numeric>
#include <optional>
#include <vector>

#include "core/index/answer_evidence.h"
#include "core/index/query.h"
#include "core/index/term_statistics.h"
#include "core/index/vocabulary_match.h"

namespace kb::index {

// The articles of one language, and the question asked last.
class Coverage::Language {
 public:
  // `vocabulary`: null where the team has written none.
  Language(const Database& database, const Vocabulary* vocabulary, text::Stemmers& stemmers)
      : database_(database), analyser_(database.name.lang, stemmers), statistics_({&database}) {
    if (vocabulary) vocabulary_.emplace(*vocabulary, analyser_);
  }

  double of(std::string_view question, const Row& row) {
    if (question != question_) ask(question);
    if (weights_.empty()) return 0;
    RecordScan scan(Generation::record_head(database_, row));
    by_record_key_.assign(scan.key_count(), {});
    for (auto& words : by_record_key_) words = sought_as(scan.next_key());
    Words everywhere;
    for (const auto& word : analyser_.analyse(row.title))
      everywhere |= sought_as(key_of(*word.forms));
    while (scan.next_label()) everywhere |= words_in(scan.words());
    double best = covered(everywhere);
    while (scan.next_section())
      best = std::max(best,
                      covered(everywhere | words_in(scan.title_words()) | words_in(scan.words())));
    return best;
  }

 private:
  static constexpr std::size_t kMostSought = 256;  // words, with those that stand for them
  using Words = std::bitset<kMostSought>;          // of sought_

  // Alternatives for words of the question.
  struct Stand {
    std::size_t first = 0, count = 0;
    std::vector<Words> alternatives;
  };

  void ask(std::string_view question) {
    question_ = question;
    sought_.clear();
    weights_.clear();
    stands_.clear();
    const auto query = parse_query(question, analyser_);
    auto words = query.all_words();
    words.resize(std::min(words.size(), kMostSought));
    for (const auto& word : words) {
      sought_.push_back(key_of(word));
      weights_.push_back(weight_of(word, query.has_stems));
    }
    // Of nothing but common words each says as much as the others.
    if (std::ranges::all_of(weights_, [](double weight) { return weight == 0; }))
      std::ranges::fill(weights_, 1.0);
    if (!vocabulary_) return;
    for (const auto& match : vocabulary_->synonyms(words)) add_stand(match);
  }

  double weight_of(const text::WordForms& word, bool has_stems) const {
    const bool tells_nothing =
        statistics_.is_common(word, has_stems) || (vocabulary_ && vocabulary_->is_stop_word(word));
    if (tells_nothing) return 0;
    return inverse_frequency(statistics_.documents(),
                             statistics_.frequency(main_term(word, has_stems)));
  }

  void add_stand(const SynonymMatch& match) {
    Stand stand{match.first, match.count, {}};
    for (const auto& phrase : match.alternatives) {
      if (sought_.size() + phrase.size() > kMostSought) break;
      Words all;
      for (const auto& word : phrase) {
        all.set(sought_.size());
        sought_.push_back(key_of(word));
      }
      stand.alternatives.push_back(all);
    }
    stands_.push_back(std::move(stand));
  }

  Words sought_as(const WordKey& key) const {
    Words words;
    for (std::size_t i = 0; i < sought_.size(); ++i)
      if (sought_[i].matches(key)) words.set(i);
    return words;
  }

  Words words_in(std::string_view encoded) const {
    Words found;
    RecordWords words(encoded);
    for (RecordWord word{}; words.next(word) && word.key < by_record_key_.size();)
      found |= by_record_key_[word.key];
    return found;
  }

  double covered(const Words& there) const {
    Words known = there;
    for (const auto& [first, count, alternatives] : stands_)
      if (std::ranges::any_of(alternatives, [&](const Words& all) { return (there & all) == all; }))
        for (std::size_t i = first; i < first + count; ++i) known.set(i);
    double sum = 0;
    for (std::size_t i = 0; i < weights_.size(); ++i)
      if (known.test(i)) sum += weights_[i];
    return sum / std::accumulate(weights_.begin(), weights_.end(), 0.0);
  }

  const Database& database_;
  text::Analyser analyser_;
  TermStatistics statistics_;
  std::optional<VocabularyMatcher> vocabulary_;
  std::string question_;
  std::vector<WordKey> sought_;  // the question's words first
  std::vector<double> weights_;  // of the question's words
  std::vector<Stand> stands_;
  std::vector<Words> by_record_key_;  // of the record being looked at
};

Coverage::Coverage(const Generation& generation, text::Stemmers& stemmers)
    : generation_(generation), stemmers_(stemmers) {}
Coverage::~Coverage() = default;
Coverage::Coverage(Coverage&&) noexcept = default;

Coverage::Language* Coverage::language(const std::string& lang) {
  const auto known = languages_.find(lang);
  if (known != languages_.end()) return known->second.get();
  std::unique_ptr<Language> made;
  if (const auto* database = generation_.database({lang, Audience::everyone}))
    made = std::make_unique<Language>(*database, generation_.vocabulary(lang), stemmers_);
  return languages_.emplace(lang, std::move(made)).first->second.get();
}

double Coverage::of(std::string_view question, const std::string& lang, std::string_view article) {
  Language* in = language(lang);
  const auto found = generation_.find(lang, article, Audience::everyone);
  return in != nullptr && found ? in->of(question, *found->row) : 0;
}

}  // namespace kb::index
