#include "core/redact/cue.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/redact/cue_words.h"
#include "core/redact/first_names.h"
#include "core/redact/letter.h"

namespace kb::redact {
namespace {

struct HashText {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};
using CueMap = std::unordered_map<std::string, CueSet, HashText, std::equal_to<>>;

// The words again, as they are looked up: every word of every text is.
class WordTable {
 public:
  explicit WordTable(const CueMap& words) {
    while (slots_.size() < words.size() * 4)
      slots_.resize(slots_.empty() ? 1024 : slots_.size() * 2);
    for (const auto& [word, cues] : words)
      free_slot(hash_of(word)) = {word, cues, hash_of(word).value};
  }

  CueSet find(std::string_view word, WordHash hash) const {
    for (std::size_t i = hash.value;; ++i) {
      const Slot& slot = slots_[i & (slots_.size() - 1)];
      if (slot.word.empty() || (slot.hash == hash.value && slot.word == word)) return slot.cues;
    }
  }

  static WordHash hash_of(std::string_view word) {
    WordHash hash;
    for (const char c : word) hash.add(c);
    return hash;
  }

 private:
  struct Slot {
    std::string_view word;
    CueSet cues;
    std::uint32_t hash = 0;
  };

  Slot& free_slot(WordHash hash) {
    std::size_t i = hash.value;
    while (!slots_[i & (slots_.size() - 1)].word.empty()) ++i;
    return slots_[i & (slots_.size() - 1)];
  }

  std::vector<Slot> slots_;  // a power of two
};

struct Tables {
  CueMap words, phrases;
};

template <class Take>
void for_each_word(std::string_view list, Take take) {
  for (std::size_t i = 0; i < list.size();) {
    const std::size_t end = std::min(list.find(' ', i), list.size());
    if (end > i) take(folded(list.substr(i, end - i)));
    i = end + 1;
  }
}

Tables built() {
  Tables tables;
  const auto add = [&](std::string text, Cue cue) {
    std::ranges::replace_if(
        text, [](char c) { return c == '_' || c == '-' || c == '\''; }, ' ');
    const auto space = text.find(' ');
    if (space == text.npos) return tables.words[text].add(cue);
    tables.words[text.substr(0, space)].add(Cue::phrase);
    tables.phrases[text].add(cue);
  };
  for (const CueRow& row : cue_rows())
    for_each_word(row.words, [&](std::string word) { add(std::move(word), row.cue); });
  for_each_word(first_names(), [&](std::string word) { add(std::move(word), Cue::first_name); });
  for_each_word(doubtful_names(),
                [&](std::string word) { add(std::move(word), Cue::doubtful_name); });
  return tables;
}

const Tables& tables() {
  static const Tables made = built();
  return made;
}

}  // namespace

CueSet cues_of(std::string_view folded, WordHash hash) {
  static const WordTable table(tables().words);
  return table.find(folded, hash);
}

CueSet cues_of(std::string_view folded) {
  return cues_of(folded, WordTable::hash_of(folded));
}

PhraseMatch phrase_at(std::string_view folded) {
  PhraseMatch best;
  std::size_t words = 0;
  for (std::size_t end = 0; end < folded.size(); ++words) {
    end = std::min(folded.find(' ', end + 1), folded.size());
    const auto found = tables().phrases.find(folded.substr(0, end));
    if (found != tables().phrases.end()) best = {found->second, words + 1};
  }
  return best;
}

}  // namespace kb::redact
