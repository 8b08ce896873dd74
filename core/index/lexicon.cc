#include "core/index/lexicon.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/base/content_hash.h"
#include "core/index/hash_search.h"
#include "core/text/letter_grams.h"
#include "core/text/spelling_variants.h"

namespace kb::index {
namespace {

constexpr std::uint32_t kLexiconMagic = 0x314C424BU;  // "KBL1"
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
  std::string folded;
  std::string_view surface;     // the most frequent spelling
  std::uint32_t frequency = 0;  // articles with any of them
};

// By folded form.
std::vector<Entry> entries_of(std::string_view lang, const std::vector<LexiconWord>& words,
                              std::uint32_t articles) {
  const text::SpellingVariants variants(lang);
  std::vector<Entry> all;
  all.reserve(words.size());
  for (const auto& word : words)
    all.push_back({variants.folded(word.surface), word.surface, word.frequency});
  std::sort(all.begin(), all.end(), [](const Entry& a, const Entry& b) {
    if (a.folded != b.folded) return a.folded < b.folded;
    return a.frequency != b.frequency ? a.frequency > b.frequency : a.surface < b.surface;
  });
  std::vector<Entry> entries;
  for (auto& entry : all)
    if (!entries.empty() && entries.back().folded == entry.folded)
      entries.back().frequency = std::min(articles, entries.back().frequency + entry.frequency);
    else
      entries.push_back(std::move(entry));
  return entries;
}

// A letter gram and one of its words; in the order in which they are written.
struct GramPlace {
  std::uint32_t gram;
  std::uint32_t word;

  auto operator<=>(const GramPlace&) const = default;
};

std::vector<GramPlace> places_of_grams(const std::vector<Entry>& entries) {
  std::vector<GramPlace> places;
  places.reserve(entries.size() * 8);
  std::vector<std::uint32_t> grams;
  for (std::size_t word = 0; word < entries.size(); ++word) {
    grams.clear();
    text::add_letter_grams(entries[word].folded, grams);
    for (const auto gram : grams) places.push_back({gram, static_cast<std::uint32_t>(word)});
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

struct Gram {
  std::uint32_t hash;
  std::uint32_t frequency;  // articles, about
  std::size_t end;          // of its places
};

std::vector<Gram> telling_grams(const std::vector<GramPlace>& places,
                                const std::vector<Entry>& entries, std::uint32_t articles) {
  std::vector<Gram> grams;
  for (std::size_t at = 0; at < places.size();) {
    const auto hash = places[at].gram;
    double absent = 1;  // chance that an article has none of the words
    for (; at < places.size() && places[at].gram == hash; ++at)
      absent *= 1 - static_cast<double>(entries[places[at].word].frequency) / (articles + 1.0);
    grams.push_back({hash, static_cast<std::uint32_t>(std::ceil(articles * (1 - absent))), at});
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
  const auto entries = entries_of(lang, words, articles);
  const auto places = places_of_grams(entries);
  const auto grams = telling_grams(places, entries, articles);
  std::size_t folded_size = 0;
  for (const auto& entry : entries) folded_size += entry.folded.size();

  std::string out;
  out.reserve(4 * (5 * entries.size() + 3 * grams.size() + places.size()) + 3 * folded_size);
  for (const std::size_t value :
       {std::size_t{kLexiconMagic}, entries.size(), grams.size(), places.size(), folded_size})
    append(out, value);
  for (const auto& entry : entries)
    append(out, static_cast<std::uint32_t>(short_hash(entry.folded)));
  for (const auto& entry : entries) append(out, entry.frequency);
  for (const auto& entry : entries) append(out, letters_of(entry.folded));
  std::size_t end = 0;
  for (const auto& entry : entries) append(out, end += entry.folded.size());
  end = 0;
  for (const auto& entry : entries) append(out, end += entry.surface.size());
  for (const auto& gram : grams) append(out, gram.hash);
  for (const auto& gram : grams) append(out, gram.frequency);
  for (const auto& gram : grams) append(out, gram.end);
  for (const auto& place : places) append(out, place.word);
  for (const auto& entry : entries) out += entry.folded;
  for (const auto& entry : entries) out += entry.surface;
  return out;
}

Result<Lexicon> Lexicon::open(std::string_view bytes) {
  const auto damaged =
      fail("the list of words is damaged", {}, "rebuild with kb-index build --full");
  if (bytes.size() < kHead * 4 || number_at(bytes.data(), 0) != kLexiconMagic) return damaged;
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

Lexicon::GramPlaces Lexicon::places_of(std::uint32_t gram) const {
  const std::size_t size = grams_.size();
  if (size == 0) return {};
  const auto guess = static_cast<std::size_t>(static_cast<std::uint64_t>(gram) * size >> 32);
  const auto at = first_not_below(size, guess, gram, [&](std::size_t i) { return grams_[i]; });
  if (at >= size || grams_[at] != gram) return {};
  const std::size_t begin = at == 0 ? 0 : posting_ends_[at - 1];
  const std::size_t end = posting_ends_[at];
  if (begin > end || end > postings_.size()) return {};
  return {postings_.part(begin, end - begin), gram_frequencies_[at]};
}

}  // namespace kb::index
