#include "core/insights/gaps/question_forms.h"

#include <algorithm>

#include "core/base/content_hash.h"

namespace kb::insights {
namespace {

constexpr std::size_t kMostSpellings = 16;  // of a word; rarer ones come too late to matter

std::uint64_t hash_of(std::span<const std::uint64_t> hashes) {
  return short_hash({reinterpret_cast<const char*>(hashes.data()), hashes.size_bytes()});
}

}  // namespace

QuestionForms::QuestionForms(std::string_view lang, text::Stemmers& stemmers)
    : analyser_(lang, stemmers) {}

std::uint32_t QuestionForms::add(std::string_view text, double customers) {
  read(text, customers);
  hashes_.clear();
  for (const auto word : read_) hashes_.push_back(name_hashes_[word]);
  const std::uint64_t order = hash_of(hashes_);
  std::ranges::sort(hashes_);
  const std::uint64_t hash = hash_of(hashes_);
  const auto [place, is_new] = by_hash_.try_emplace(hash, static_cast<std::uint32_t>(size()));
  if (is_new) {
    forms_.push_back({static_cast<std::uint32_t>(words_.size()),
                      static_cast<std::uint32_t>(read_.size()), hash, order});
    words_.insert(words_.end(), read_.begin(), read_.end());
  } else if (Form& known = forms_[place->second]; order < known.order) {
    // One order of the words stands for all: the same whichever came first.
    std::ranges::copy(read_, words_.begin() + known.begin);
    known.order = order;
  }
  return place->second;
}

void QuestionForms::read(std::string_view text, double customers) {
  read_.clear();
  for (const auto& word : analyser_.analyse(text)) {
    const auto number = word_of(*word.forms, customers);
    if (std::ranges::find(read_, number) == read_.end()) read_.push_back(number);
    if (read_.size() == kWordsOfForm) break;
  }
  analyser_.trim();
}

std::uint32_t QuestionForms::word_of(const text::WordForms& forms, double customers) {
  const auto [place, is_new] =
      by_name_.try_emplace(forms.folded_stem, static_cast<std::uint32_t>(names_.size()));
  if (is_new) {
    names_.push_back(forms.folded_stem);
    name_hashes_.push_back(short_hash(forms.folded_stem));
    spellings_.emplace_back();
  }
  auto& spellings = spellings_[place->second];
  const auto known = std::ranges::find(spellings, forms.surface, &Spelling::text);
  if (known != spellings.end()) {
    known->customers += customers;
  } else if (spellings.size() < kMostSpellings) {
    spellings.push_back({forms.surface, customers});
  }
  return place->second;
}

std::string_view QuestionForms::spelling(std::uint32_t word) const {
  const auto& spellings = spellings_[word];
  return std::ranges::max_element(spellings,
                                  [](const Spelling& left, const Spelling& right) {
                                    if (left.customers != right.customers)
                                      return left.customers < right.customers;
                                    return left.text > right.text;
                                  })
      ->text;
}

}  // namespace kb::insights
