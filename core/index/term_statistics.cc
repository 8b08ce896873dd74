#include "core/index/term_statistics.h"

#include <algorithm>

#include "core/base/content_hash.h"
#include "core/index/field.h"
#include "core/index/generation.h"

namespace kb::index {
namespace {

// A word in more than this share of the documents tells little about any of them …
constexpr double kCommonShare = 0.3;
// … in collections that are large enough to tell.
constexpr unsigned kEnoughToTell = 20;

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
  return documents_ >= kEnoughToTell &&
         frequency(main_term(word, has_stems)) > kCommonShare * documents_;
}

bool TermStatistics::is_known(const text::WordForms& word, bool has_stems) const {
  return frequency(main_term(word, has_stems)) > 0 ||
         frequency(term(Field::word, word.surface)) > 0 ||
         frequency(term(Field::folded, word.folded)) > 0 ||
         frequency(term(Field::folded, word.folded_stem)) > 0 ||
         frequency(term(Field::word, word.folded)) > 0;
}

}  // namespace kb::index
