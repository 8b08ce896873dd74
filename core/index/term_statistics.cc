#include "core/index/term_statistics.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/index/field.h"
#include "core/index/generation.h"

namespace kb::index {
namespace {

// A word in more than this share of the documents tells little about any of them …
constexpr double kCommonShare = 0.3;
// … unless it is long: the words that hold a language together are short (G. K. Zipf, 1935), and a
// long one in many articles is what the help center is about ("sensor").
constexpr std::size_t kLongWord = 6;  // letters
constexpr double kCommonShareOfLong = 0.6;
// … in collections that are large enough to tell.
constexpr unsigned kEnoughToTell = 20;

std::size_t letter_count(std::string_view word) {
  return static_cast<std::size_t>(std::count_if(word.begin(), word.end(), [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  }));
}

}  // namespace

TermStatistics::TermStatistics(std::vector<const Database*> parts) : parts_(std::move(parts)) {
  for (const auto* part : parts_)
    documents_ += static_cast<unsigned>(
        std::count_if(part->catalogue.rows().begin(), part->catalogue.rows().end(),
                      [](const Row& row) { return !row.id.empty() && !row.unlisted; }));
}

unsigned TermStatistics::frequency(std::string_view term) const {
  const auto hash = short_hash(term);
  Remembered& known = remembered_[hash % remembered_.size()];
  if (known.hash == hash) return known.frequency;
  known = {hash, 0};
  for (const auto* part : parts_) known.frequency += part->terms.frequency(hash);
  return known.frequency;
}

bool TermStatistics::is_common(const text::WordForms& word, bool has_stems) const {
  if (documents_ < kEnoughToTell) return false;
  const double share = letter_count(word.surface) < kLongWord ? kCommonShare : kCommonShareOfLong;
  return frequency(main_term(word, has_stems)) > share * documents_;
}

bool TermStatistics::is_written(const text::WordForms& word) const {
  return frequency(term(Field::word, word.surface)) > 0 ||
         frequency(term(Field::folded, word.folded)) > 0 ||
         frequency(term(Field::word, word.folded)) > 0;
}

bool TermStatistics::is_known(const text::WordForms& word, bool has_stems) const {
  return frequency(main_term(word, has_stems)) > 0 || is_written(word) ||
         frequency(term(Field::folded, word.folded_stem)) > 0 ||
         (has_stems && frequency(term(Field::stem, word.folded_stem)) > 0);
}

}  // namespace kb::index
