#include "core/index/coverage.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/index/answer_evidence.h"
#include "core/index/query.h"
#include "core/index/term_statistics.h"
#include "core/index/vocabulary_match.h"

namespace kb::index {
namespace {

// WordBits that an article may have: one bit each, the question's first.
using WordBits = std::uint64_t;
constexpr std::size_t kMostWords = 64;

WordBits bit_of(std::size_t word) {
  return WordBits{1} << word;
}

// Some words of the question, and others that stand for them.
struct StandIn {
  WordBits for_words = 0;
  WordBits words = 0;  // all of them
};

struct Wanted {
  std::vector<WordKey> keys;
  std::vector<double> weights;  // of the question's words, which come first
  std::vector<StandIn> stand_ins;

  double share_of(WordBits found) const {
    WordBits covered = found;
    for (const auto& stand_in : stand_ins)
      if ((found & stand_in.words) == stand_in.words) covered |= stand_in.for_words;
    double all = 0, has = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
      all += weights[i];
      if ((covered & bit_of(i)) != 0) has += weights[i];
    }
    return all > 0 ? has / all : 0;
  }
};

void add_stand_in(Wanted& wanted, const SynonymMatch& match, const Phrase& words) {
  if (wanted.keys.size() + words.size() > kMostWords) return;
  StandIn stand_in;
  for (std::size_t i = 0; i < match.count; ++i) stand_in.for_words |= bit_of(match.first + i);
  for (const auto& word : words) {
    stand_in.words |= bit_of(wanted.keys.size());
    wanted.keys.push_back(key_of(word));
  }
  wanted.stand_ins.push_back(stand_in);
}

// By number of the record's key: which of the wanted words it is.
std::vector<WordBits> words_by_key(RecordScan& scan, const Wanted& wanted) {
  std::vector<WordBits> by_key(scan.key_count(), 0);
  for (auto& words : by_key) {
    const auto key = scan.next_key();
    for (std::size_t i = 0; i < wanted.keys.size(); ++i)
      if (key.matches(wanted.keys[i])) words |= bit_of(i);
  }
  return by_key;
}

WordBits words_in(std::string_view encoded, const std::vector<WordBits>& by_key) {
  WordBits found = 0;
  RecordWords words(encoded);
  for (RecordWord word{}; words.next(word);)
    if (word.key < by_key.size()) found |= by_key[word.key];
  return found;
}

double best_share(std::string_view record, const Wanted& wanted) {
  RecordScan scan(record);
  const auto by_key = words_by_key(scan, wanted);
  WordBits everywhere = 0;
  while (scan.next_label()) everywhere |= words_in(scan.words(), by_key);
  double best = wanted.share_of(everywhere);
  for (bool is_lead = true; scan.next_section(); is_lead = false) {
    const auto title = words_in(scan.title_words(), by_key);
    if (is_lead) everywhere |= title;  // the article's own
    best = std::max(best, wanted.share_of(everywhere | title | words_in(scan.words(), by_key)));
  }
  return best;
}

}  // namespace

struct Coverage::Language {
  Language(const Database* database, const Vocabulary* words, const std::string& lang,
           text::Stemmers& stemmers)
      : analyser(lang, stemmers), statistics({database}) {
    if (words != nullptr) vocabulary = std::make_unique<VocabularyMatcher>(*words, analyser);
  }

  double weight_of(const text::WordForms& word, bool has_stems) const {
    const bool tells_nothing = statistics.is_common(word, has_stems) ||
                               (vocabulary != nullptr && vocabulary->is_stop_word(word));
    if (tells_nothing) return 0;
    const auto with = std::max(1U, statistics.frequency(main_term(word, has_stems)));
    return inverse_frequency(std::max(1U, statistics.documents()), with);
  }

  const Wanted& wanted_by(std::string_view text) {
    if (text == asked && !wanted.keys.empty()) return wanted;
    asked = text;
    wanted = {};
    analyser.trim();
    const auto query = parse_query(text, analyser);
    const auto words = query.all_words();
    for (const auto& word : words) {
      wanted.keys.push_back(key_of(word));
      wanted.weights.push_back(weight_of(word, query.has_stems));
    }
    if (std::ranges::all_of(wanted.weights, [](double weight) { return weight == 0; }))
      std::ranges::fill(wanted.weights, 1);
    if (vocabulary == nullptr) return wanted;
    for (const auto& match : vocabulary->synonyms(words))
      for (const auto& alternative : match.alternatives) add_stand_in(wanted, match, alternative);
    return wanted;
  }

  text::Analyser analyser;
  TermStatistics statistics;
  std::unique_ptr<const VocabularyMatcher> vocabulary;  // null: none
  std::string asked;                                    // last
  Wanted wanted;                                        // of it
};

Coverage::Coverage(std::shared_ptr<const Generation> generation, text::Stemmers& stemmers)
    : generation_(std::move(generation)), stemmers_(stemmers) {}
Coverage::~Coverage() = default;
Coverage::Coverage(Coverage&&) noexcept = default;

Coverage::Language* Coverage::language(const std::string& lang) {
  const auto known = languages_.find(lang);
  if (known != languages_.end()) return known->second.get();
  std::unique_ptr<Language> made;
  if (const auto* database = generation_->database({lang, Audience::everyone}))
    made = std::make_unique<Language>(database, generation_->vocabulary(lang), lang, stemmers_);
  return languages_.emplace(lang, std::move(made)).first->second.get();
}

double Coverage::of(std::string_view question, const std::string& lang, std::string_view article) {
  Language* in = language(lang);
  const auto found = generation_->find(lang, article, Audience::everyone);
  if (in == nullptr || !found) return 0;
  return best_share(Generation::record_head(*found->database, *found->row),
                    in->wanted_by(question));
}

}  // namespace kb::index
