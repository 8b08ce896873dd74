#include "core/index/suggestions.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "core/text/fold.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

// Lists of plain numbers are kept as they are in memory: read in one go.
template <class Item>
void encode_items(ByteWriter& out, const std::vector<Item>& items) {
  static_assert(std::has_unique_object_representations_v<Item>, "no padding in files");
  out.text({reinterpret_cast<const char*>(items.data()), items.size() * sizeof(Item)});
}

// Bytes that are left over are of no whole item: then the lists do not fit one another.
template <class Item>
std::vector<Item> decode_items(ByteReader& in) {
  static_assert(std::is_trivially_copyable_v<Item>);
  const auto bytes = in.text();
  std::vector<Item> items(bytes.size() / sizeof(Item));
  if (!items.empty()) std::memcpy(items.data(), bytes.data(), items.size() * sizeof(Item));
  return items;
}

}  // namespace

std::string suggestion_word(std::string_view written) {
  const auto small = text::caseless(written);
  auto plain = text::fold(small);
  return plain.empty() ? small : plain;
}

Result<Suggestions> Suggestions::decode(std::string_view bytes, std::size_t rows) {
  const auto damaged = [] {
    return fail("the suggestions are damaged", {}, "rebuild with kb-index build --full");
  };
  ByteReader in(bytes);
  Suggestions suggestions;
  auto words = WordList::decode(in);
  if (!words) return damaged();
  suggestions.words_ = std::move(*words);
  suggestions.texts_ = in.text();
  suggestions.phrases_ = decode_items<SuggestedPhrase>(in);
  suggestions.phrase_words_ = decode_items<PhraseWord>(in);
  suggestions.posting_begins_ = decode_items<std::uint32_t>(in);
  suggestions.postings_ = decode_items<std::uint32_t>(in);
  suggestions.completions_ = decode_items<Completion>(in);
  if (!in.ok() || !in.at_end() || !suggestions.is_sound(rows)) return damaged();
  return suggestions;
}

std::string Suggestions::encode() const {
  ByteWriter out;
  words_.encode(out);
  out.text(texts_);
  encode_items(out, phrases_);
  encode_items(out, phrase_words_);
  encode_items(out, posting_begins_);
  encode_items(out, postings_);
  encode_items(out, completions_);
  return out.take();
}

std::string_view Suggestions::text(const Completion& completion) const {
  const auto words = words_of(completion);
  return text(phrases_[completion.phrase])
      .substr(words.front().begin, words.back().end - words.front().begin);
}

// Whether no number leads out of the list that it counts: then nothing here can read too far.
bool Suggestions::is_sound(std::size_t rows) const {
  const auto fits = [](std::uint64_t begin, std::uint64_t size, std::uint64_t all) {
    return begin + size <= all;
  };
  const auto good_word = [&](const SuggestedPhrase& phrase) {
    return [&](const PhraseWord& word) {
      return word.word < words_.size() && word.begin <= word.end && word.end <= phrase.text_size;
    };
  };
  const auto good_phrase = [&](const SuggestedPhrase& phrase) {
    if (phrase.row >= rows || phrase.word_count > kMostPhraseWords ||
        phrase.title >= phrases_.size() || phrase.place > Place::label ||
        !fits(phrase.text, phrase.text_size + phrase.anchor_size, texts_.size()) ||
        !fits(phrase.first_word, phrase.word_count, phrase_words_.size()))
      return false;
    return std::ranges::all_of(words_of(phrase), good_word(phrase));
  };
  const auto good_completion = [&](const Completion& completion) {
    if (completion.words == 0 || completion.phrase >= phrases_.size() ||
        !fits(completion.first, completion.words, phrases_[completion.phrase].word_count))
      return false;
    const auto words = words_of(completion);
    return words.front().begin <= words.back().end;
  };
  return posting_begins_.size() == words_.size() + 1U && posting_begins_.front() == 0 &&
         posting_begins_.back() == postings_.size() && std::ranges::is_sorted(posting_begins_) &&
         std::ranges::all_of(postings_, [&](auto phrase) { return phrase < phrases_.size(); }) &&
         std::ranges::is_sorted(phrases_, {}, &SuggestedPhrase::row) &&
         std::ranges::all_of(phrases_, good_phrase) &&
         std::ranges::all_of(completions_, good_completion);
}

}  // namespace kb::index
