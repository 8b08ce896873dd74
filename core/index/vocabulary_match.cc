#include "core/index/vocabulary_match.h"

#include <algorithm>
#include <utility>

namespace kb::index {
namespace {

// The keys under which a word is looked up: words that are the same share one of them.
std::vector<std::string> keys_of(const text::WordForms& word) {
  std::vector<std::string> keys{"w" + word.folded};
  if (!word.folded_stem.empty()) keys.push_back("s" + word.folded_stem);
  return keys;
}

template <class Places>
void add_place(Places& places, const text::WordForms& word, std::size_t place) {
  for (const auto& key : keys_of(word)) places[key].push_back(place);
}

// Places under any of the word's keys, each once, in their order.
template <class Places>
std::vector<std::size_t> places_of(const Places& places, const text::WordForms& word) {
  std::vector<std::size_t> found;
  for (const auto& key : keys_of(word))
    if (const auto at = places.find(key); at != places.end())
      found.insert(found.end(), at->second.begin(), at->second.end());
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

bool has_word(const Phrase& words, const text::WordForms& word) {
  return std::any_of(words.begin(), words.end(),
                     [&](const auto& other) { return same_word(word, other); });
}

bool has_all(const Phrase& words, const Phrase& wanted) {
  return std::all_of(wanted.begin(), wanted.end(),
                     [&](const auto& word) { return has_word(words, word); });
}

bool stands_at(const Phrase& wanted, const Phrase& words, std::size_t first) {
  return wanted.size() <= words.size() - first &&
         std::equal(wanted.begin(), wanted.end(),
                    words.begin() + static_cast<std::ptrdiff_t>(first), same_word);
}

void add_new_phrase(std::vector<Phrase>& lists, const Phrase& words) {
  const bool known = std::any_of(lists.begin(), lists.end(),
                                 [&](const auto& other) { return same_words(words, other); });
  if (!known) lists.push_back(words);
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  std::string all;
  for (const auto& text : texts) all += (all.empty() ? "" : std::string(separator)) + text;
  return all;
}

std::string shown(const SynonymRule& rule, const std::string& typed) {
  return (rule.two_way() ? joined(rule.from, " = ") : typed + " -> " + joined(rule.to, ", ")) +
         " (synonyms.yaml:" + std::to_string(rule.line) + ")";
}

}  // namespace

bool same_word(const text::WordForms& a, const text::WordForms& b) {
  return a.folded == b.folded || (!a.folded_stem.empty() && a.folded_stem == b.folded_stem);
}

bool same_words(const Phrase& a, const Phrase& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_word);
}

Phrase words_of(std::string_view text, text::Analyser& analyser) {
  Phrase words;
  for (const auto& word : analyser.analyse(text)) words.push_back(*word.forms);
  return words;
}

VocabularyMatcher::VocabularyMatcher(const Vocabulary& vocabulary, text::Analyser& analyser) {
  for (const auto& word : vocabulary.stopwords) add_stop_word(word, analyser);
  for (const auto& rule : vocabulary.synonyms)
    rule.two_way() ? add_two_way(rule, analyser) : add_one_way(rule, analyser);
  for (const auto& pin : vocabulary.pins) add_pin(pin, analyser);
}

void VocabularyMatcher::add_two_way(const SynonymRule& rule, text::Analyser& analyser) {
  std::vector<Phrase> group;
  for (const auto& text : rule.from) add_new_phrase(group, words_of(text, analyser));
  for (const auto& words : group) {
    Synonym synonym{words, {}, shown(rule, {})};
    for (const auto& other : group)
      if (&other != &words) synonym.alternatives.push_back(other);
    add_synonym(std::move(synonym));
  }
}

void VocabularyMatcher::add_one_way(const SynonymRule& rule, text::Analyser& analyser) {
  for (const auto& text : rule.from) {
    Synonym synonym{words_of(text, analyser), {}, shown(rule, text)};
    for (const auto& other : rule.to)
      if (const auto words = words_of(other, analyser); !same_words(words, synonym.words))
        add_new_phrase(synonym.alternatives, words);
    add_synonym(std::move(synonym));
  }
}

void VocabularyMatcher::add_synonym(Synonym synonym) {
  std::erase_if(synonym.alternatives, [](const auto& words) { return words.empty(); });
  if (synonym.words.empty() || synonym.alternatives.empty()) return;
  add_place(synonyms_by_first_word_, synonym.words.front(), synonyms_.size());
  synonyms_.push_back(std::move(synonym));
}

void VocabularyMatcher::add_pin(const Pin& pin, text::Analyser& analyser) {
  for (const auto& query : pin.queries) {
    Phrase words = telling_words(words_of(query, analyser));
    if (words.empty()) continue;
    add_place(pinned_queries_by_first_word_, words.front(), pinned_queries_.size());
    pinned_queries_.push_back({std::move(words), pins_.size()});
  }
  pins_.push_back(pin);
}

void VocabularyMatcher::add_stop_word(const StopWord& word, text::Analyser& analyser) {
  const Phrase words = words_of(word.text, analyser);
  if (words.size() != 1) return;
  stop_words_.insert(words.front().surface);
  stop_words_.insert(words.front().folded);
}

// What a query is about: it without stop words, or all of it where there are no others.
Phrase VocabularyMatcher::telling_words(const Phrase& words) const {
  Phrase telling;
  std::copy_if(words.begin(), words.end(), std::back_inserter(telling),
               [&](const auto& word) { return !is_stop_word(word); });
  return telling.empty() ? words : telling;
}

// The synonyms that stand at this place in the query and are of the most words.
std::vector<std::size_t> VocabularyMatcher::longest_at(const Phrase& words,
                                                       std::size_t first) const {
  std::vector<std::size_t> longest;
  std::size_t length = 0;
  for (const auto place : places_of(synonyms_by_first_word_, words[first])) {
    const Phrase& wanted = synonyms_[place].words;
    if (wanted.size() < length || !stands_at(wanted, words, first)) continue;
    if (wanted.size() > length) longest.clear();
    length = wanted.size();
    longest.push_back(place);
  }
  return longest;
}

std::vector<SynonymMatch> VocabularyMatcher::synonyms(const Phrase& words) const {
  std::vector<SynonymMatch> matches;
  for (std::size_t first = 0; first < words.size();) {
    const auto longest = longest_at(words, first);
    for (const auto place : longest) {
      const Synonym& synonym = synonyms_[place];
      matches.push_back({first, synonym.words.size(), synonym.alternatives, synonym.rule});
    }
    first += longest.empty() ? 1 : synonyms_[longest.front()].words.size();
  }
  return matches;
}

std::vector<std::string> VocabularyMatcher::pinned(const Phrase& words, Time now) const {
  std::vector<std::string> articles;
  const Phrase telling = telling_words(words);
  std::vector<std::size_t> pins;
  for (const auto& word : telling)
    for (const auto place : places_of(pinned_queries_by_first_word_, word))
      if (const auto& query = pinned_queries_[place];
          has_all(telling, query.words) && has_all(query.words, telling))
        pins.push_back(query.pin);
  std::sort(pins.begin(), pins.end());
  for (const auto pin : pins) {
    if (!pins_[pin].applies_at(now)) continue;
    for (const auto& article : pins_[pin].articles)
      if (std::find(articles.begin(), articles.end(), article) == articles.end())
        articles.push_back(article);
  }
  return articles;
}

bool VocabularyMatcher::is_stop_word(const text::WordForms& word) const {
  return stop_words_.contains(word.surface);
}

}  // namespace kb::index
