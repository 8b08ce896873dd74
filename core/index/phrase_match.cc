#include "core/index/phrase_match.h"

#include <algorithm>

namespace kb::index {

static_assert(kLongestQuery < 64, "the places of a phrase fit into a word's bits");

PhraseMatcher::PhraseMatcher(const Phrase& phrase) {
  for (const auto& word : phrase) words_.push_back(key_of(word).word);
}

bool PhraseMatcher::is_in(const Record& record) const {
  Places places(record.keys().size());
  for (std::size_t key = 0; key < places.size(); ++key)
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (record.keys()[key].word == words_[i]) places[key] |= std::uint64_t{1} << i;

  const auto in_words = [&](std::string_view encoded) { return is_in_words(encoded, places); };
  return std::any_of(record.sections().begin(), record.sections().end(),
                     [&](const RecordSection& section) {
                       return in_words(section.encoded_title_words) ||
                              in_words(section.encoded_words);
                     }) ||
         std::any_of(record.encoded_labels().begin(), record.encoded_labels().end(), in_words);
}

// Shift-and (Baeza-Yates and Gonnet, 1992): bit i of `reached` says that the first i + 1 words of
// the phrase end here.
bool PhraseMatcher::is_in_words(std::string_view encoded, const Places& places) const {
  const std::uint64_t complete = std::uint64_t{1} << (words_.size() - 1);
  std::uint64_t reached = 0;
  RecordWords words(encoded);
  for (RecordWord word{}; words.next(word);) {
    reached = word.key < places.size() ? ((reached << 1) | 1) & places[word.key] : 0;
    if ((reached & complete) != 0) return true;
  }
  return false;
}

}  // namespace kb::index
