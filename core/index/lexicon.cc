#include "core/index/lexicon.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

#include "core/base/content_hash.h"
#include "core/text/letter_grams.h"
#include "core/text/spelling_variants.h"

namespace kb::index {
namespace {

constexpr std::uint32_t kMagic = 0x314C424BU;  // "KBL1"
constexpr std::size_t kHead = 5;  // magic, words, grams, postings, bytes of folded text

std::uint32_t number_at(const char* array, std::size_t i) {
  std::uint32_t value = 0;
  std::memcpy(&value, array + i * sizeof value, sizeof value);
  return value;
}

void append(std::string& out, std::size_t value) {
  const auto number = static_cast<std::uint32_t>(value);
  out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

struct Entry {
  std::string_view surface;
  std::uint32_t most = 0;  // articles with the most frequent spelling
  std::uint32_t frequency = 0;
};

std::map<std::string, Entry> by_folded_form(std::string_view lang,
                                            const std::vector<LexiconWord>& words,
                                            std::uint32_t articles) {
  const text::SpellingVariants variants(lang);
  std::map<std::string, Entry> entries;
  for (const auto& word : words) {
    Entry& entry = entries[variants.folded(word.surface)];
    entry.frequency = std::min(articles, entry.frequency + word.frequency);
    if (word.frequency > entry.most) {
      entry.most = word.frequency;
      entry.surface = word.surface;
    }
  }
  return entries;
}

struct Gram {
  std::vector<std::uint32_t> words;
  double absent = 1;  // chance that an article has none of them
};

std::map<std::uint32_t, Gram> grams_of(const std::map<std::string, Entry>& entries,
                                       std::uint32_t articles) {
  std::map<std::uint32_t, Gram> grams;
  std::vector<std::uint32_t> of_word;
  std::uint32_t number = 0;
  for (const auto& [folded, entry] : entries) {
    of_word.clear();
    text::add_letter_grams(folded, of_word);
    std::sort(of_word.begin(), of_word.end());
    of_word.erase(std::unique(of_word.begin(), of_word.end()), of_word.end());
    for (const auto gram : of_word) {
      Gram& known = grams[gram];
      known.words.push_back(number);
      known.absent *= 1 - static_cast<double>(entry.frequency) / (articles + 1.0);
    }
    ++number;
  }
  return grams;
}

}  // namespace

std::uint32_t letters_of(std::string_view folded) {
  std::uint32_t letters = 0;
  std::uint32_t letter = 0;
  for (const char c : folded) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0) == 0x80) {
      letter = letter * 61 + byte;
      continue;
    }
    if (letter != 0) letters |= 1U << (letter % 32);
    letter = byte;
  }
  if (letter != 0) letters |= 1U << (letter % 32);
  return letters;
}

std::string encode_lexicon(std::string_view lang, const std::vector<LexiconWord>& words,
                           std::uint32_t articles) {
  const auto entries = by_folded_form(lang, words, articles);
  const auto grams = grams_of(entries, articles);
  std::size_t postings = 0;
  for (const auto& [hash, gram] : grams) postings += gram.words.size();
  std::size_t folded_size = 0;
  for (const auto& [folded, entry] : entries) folded_size += folded.size();

  std::string out;
  for (const std::size_t value :
       {std::size_t{kMagic}, entries.size(), grams.size(), postings, folded_size})
    append(out, value);
  for (const auto& [folded, entry] : entries)
    append(out, static_cast<std::uint32_t>(short_hash(folded)));
  for (const auto& [folded, entry] : entries) append(out, entry.frequency);
  for (const auto& [folded, entry] : entries) append(out, letters_of(folded));
  std::size_t end = 0;
  for (const auto& [folded, entry] : entries) append(out, end += folded.size());
  end = 0;
  for (const auto& [folded, entry] : entries) append(out, end += entry.surface.size());
  for (const auto& [hash, gram] : grams) append(out, hash);
  for (const auto& [hash, gram] : grams)
    append(out, static_cast<std::size_t>(std::ceil(articles * (1 - gram.absent))));
  end = 0;
  for (const auto& [hash, gram] : grams) append(out, end += gram.words.size());
  for (const auto& [hash, gram] : grams)
    for (const auto word : gram.words) append(out, word);
  for (const auto& [folded, entry] : entries) out += folded;
  for (const auto& [folded, entry] : entries) out += entry.surface;
  return out;
}

Result<Lexicon> Lexicon::open(std::string_view bytes) {
  const auto damaged =
      fail("the list of words is damaged", {}, "rebuild with kb-index build --full");
  if (bytes.size() < kHead * 4 || number_at(bytes.data(), 0) != kMagic) return damaged;
  const std::size_t words = number_at(bytes.data(), 1);
  const std::size_t grams = number_at(bytes.data(), 2);
  const std::size_t postings = number_at(bytes.data(), 3);
  const std::size_t folded_size = number_at(bytes.data(), 4);
  const std::size_t numbers = kHead + 5 * words + 3 * grams + postings;
  if (bytes.size() < numbers * 4 + folded_size) return damaged;

  Lexicon lexicon;
  const char* at = bytes.data() + kHead * 4;
  const auto take = [&](std::size_t count) {
    const NumberList list(at, count);
    at += count * 4;
    return list;
  };
  lexicon.hashes_ = take(words);
  lexicon.frequencies_ = take(words);
  lexicon.letters_ = take(words);
  lexicon.folded_ends_ = take(words);
  lexicon.surface_ends_ = take(words);
  lexicon.grams_ = take(grams);
  lexicon.gram_frequencies_ = take(grams);
  lexicon.posting_ends_ = take(grams);
  lexicon.postings_ = take(postings);
  lexicon.folded_text_ = {at, folded_size};
  lexicon.surface_text_ = bytes.substr(numbers * 4 + folded_size);
  const auto ends_at = [](const NumberList& ends, std::size_t end) {
    return ends.size() == 0 ? end == 0 : ends[ends.size() - 1] == end;
  };
  if (!ends_at(lexicon.folded_ends_, folded_size) ||
      !ends_at(lexicon.surface_ends_, lexicon.surface_text_.size()) ||
      !ends_at(lexicon.posting_ends_, postings))
    return damaged;
  return lexicon;
}

namespace {

std::string_view slice(std::string_view text, const NumberList& ends, std::size_t i) {
  const std::size_t begin = i == 0 ? 0 : ends[i - 1];
  const std::size_t end = ends[i];
  return begin <= end && end <= text.size() ? text.substr(begin, end - begin) : std::string_view();
}

}  // namespace

std::string_view Lexicon::folded(std::size_t word) const {
  return slice(folded_text_, folded_ends_, word);
}

std::string_view Lexicon::surface(std::size_t word) const {
  return slice(surface_text_, surface_ends_, word);
}

std::optional<std::size_t> Lexicon::find(std::string_view folded) const {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (this->folded(middle) < folded)
      low = middle + 1;
    else
      high = middle;
  }
  if (low < size() && this->folded(low) == folded) return low;
  return std::nullopt;
}

// Hashes spread evenly, so a first guess lands close (as in term_table.cc).
Lexicon::GramPlaces Lexicon::places_of(std::uint32_t gram) const {
  const std::size_t size = grams_.size();
  if (size == 0) return {};
  std::size_t low = static_cast<std::size_t>(static_cast<std::uint64_t>(gram) * size >> 32);
  std::size_t high = low + 1;
  for (std::size_t step = 8; low > 0 && grams_[low] > gram; step *= 2)
    low = low > step ? low - step : 0;
  for (std::size_t step = 8; high < size && grams_[high] <= gram; step *= 2)
    high = std::min(size, high + step);
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    if (grams_[middle] < gram)
      low = middle + 1;
    else
      high = middle;
  }
  if (low >= size || grams_[low] != gram) return {};
  const std::size_t begin = low == 0 ? 0 : posting_ends_[low - 1];
  const std::size_t end = posting_ends_[low];
  if (begin > end || end > postings_.size()) return {};
  return {postings_.part(begin, end - begin), gram_frequencies_[low]};
}

}  // namespace kb::index
