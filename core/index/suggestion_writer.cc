#include "core/index/suggestion_writer.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <tuple>

#include "core/base/durable_file.h"
#include "core/base/file_descriptor.h"
#include "core/text/normal_form.h"

namespace kb::index {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestPhrase = 2000;  // bytes
constexpr std::size_t kLongestGram = 4;       // words

// A word ends a phrase if it does so once in so many times.
constexpr std::uint32_t kEndsOnceIn = 10;

// What stands between words that belong together.
bool joins(std::string_view gap) {
  constexpr std::array<std::string_view, 6> kJoints = {"", " ", "-", "'", "’", "\u00A0"};
  return std::ranges::find(kJoints, gap) != kJoints.end();
}

std::string_view gap_after(std::string_view text, std::span<const PhraseWord> words,
                           std::size_t at) {
  return text.substr(words[at].end, words[at + 1].begin - words[at].end);
}

Result<std::string> read_head(const FileDescriptor& file, const Row& row, const fs::path& path) {
  std::string bytes(row.record_head_size, '\0');
  for (std::size_t filled = 0; filled < bytes.size();) {
    const ssize_t got = ::pread(file.get(), bytes.data() + filled, bytes.size() - filled,
                                static_cast<off_t>(row.record_offset + filled));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return fail(system_error("cannot read", path));
    if (got == 0) return fail("ends too early", path.string());
    filled += static_cast<std::size_t>(got);
  }
  return bytes;
}

}  // namespace

// Words of a phrase, by number and one higher each: none is zero, so that the shorter comes first.
struct SuggestionWriter::Gram {
  std::array<std::uint32_t, kLongestGram> key{};
  std::uint32_t phrase = 0;
  std::uint16_t first = 0;
  std::uint16_t words = 0;

  bool begins(const Gram& other) const {
    return std::equal(key.begin(), key.begin() + words, other.key.begin());
  }
};

void SuggestionWriter::add(std::uint32_t number, const Row& row, const Record& record) {
  const auto title = static_cast<std::uint32_t>(made_.phrases_.size());
  const auto before = made_.phrases_.size();
  const auto about = [&](Place place) {
    SuggestedPhrase phrase{};
    phrase.row = number;
    phrase.title = title;
    phrase.place = place;
    return phrase;
  };
  const auto& sections = record.sections();
  const bool has_title = !sections.empty() && sections.front().anchor.empty();
  add_phrase(about(Place::title), row.title, {},
             has_title ? sections.front().encoded_title_words : std::string_view());
  for (const auto& section : sections)
    if (!section.anchor.empty())
      add_phrase(about(Place::heading), section.title, section.anchor, section.encoded_title_words);
  auto label_words = record.encoded_labels().begin();
  for (const auto* labels : {&record.keywords(), &record.tags()})
    for (const auto label : *labels)
      if (label_words != record.encoded_labels().end())
        add_phrase(about(Place::label), label, {}, *label_words++);
  expiries_.resize(expiries_.size() + made_.phrases_.size() - before, row.expires_at);
}

void SuggestionWriter::add_phrase(const SuggestedPhrase& about, std::string_view text,
                                  std::string_view anchor, std::string_view encoded_words) {
  SuggestedPhrase phrase = about;
  text = text::utf8_prefix(text, kLongestPhrase);
  if (anchor.size() > kLongestPhrase) anchor = {};
  phrase.first_word = static_cast<std::uint32_t>(made_.phrase_words_.size());
  RecordWords words(encoded_words);
  for (RecordWord word{}; phrase.word_count < kMostPhraseWords && words.next(word);) {
    if (word.end > text.size()) break;
    made_.phrase_words_.push_back({number_of(text.substr(word.begin, word.end - word.begin)),
                                   static_cast<std::uint16_t>(word.begin),
                                   static_cast<std::uint16_t>(word.end)});
    ++phrase.word_count;
  }
  phrase.text = static_cast<std::uint32_t>(made_.texts_.size());
  phrase.text_size = static_cast<std::uint16_t>(text.size());
  phrase.anchor_size = static_cast<std::uint16_t>(anchor.size());
  made_.texts_.append(text).append(anchor);
  made_.phrases_.push_back(phrase);
}

std::uint32_t SuggestionWriter::number_of(std::string_view written) {
  const auto next = static_cast<std::uint32_t>(numbers_.size());
  return numbers_.emplace(suggestion_word(written), next).first->second;
}

Suggestions SuggestionWriter::finish() {
  sort_words();
  index_words();
  find_completions();
  return std::move(made_);
}

// Numbers were given as words came; now they are in the order of the words.
void SuggestionWriter::sort_words() {
  std::vector<std::string> sorted;
  for (const auto& [word, number] : numbers_) sorted.push_back(word);
  std::ranges::sort(sorted);
  std::vector<std::uint32_t> moved(sorted.size());
  for (std::uint32_t i = 0; i < sorted.size(); ++i) moved[numbers_.find(sorted[i])->second] = i;
  for (auto& word : made_.phrase_words_) word.word = moved[word.word];
  made_.words_ = WordList::of(sorted);
  numbers_.clear();
}

void SuggestionWriter::index_words() {
  auto& begins = made_.posting_begins_;
  begins.assign(made_.words_.size() + 1U, 0);
  for (const auto& word : made_.phrase_words_) ++begins[word.word + 1U];
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  made_.postings_.resize(made_.phrase_words_.size());
  auto free = begins;
  for (std::uint32_t i = 0; i < made_.phrases_.size(); ++i)
    for (const auto& word : made_.words_of(made_.phrases_[i]))
      made_.postings_[free[word.word]++] = i;
}

// By word: whether phrases end with it often enough, so that one may stop there.
std::vector<bool> SuggestionWriter::words_that_end() const {
  std::vector<std::uint32_t> all(made_.words_.size());
  std::vector<std::uint32_t> ends(made_.words_.size());
  for (const auto& phrase : made_.phrases_) {
    const auto words = made_.words_of(phrase);
    for (std::size_t i = 0; i < words.size(); ++i) {
      ++all[words[i].word];
      if (i + 1 == words.size() || !joins(gap_after(made_.text(phrase), words, i)))
        ++ends[words[i].word];
    }
  }
  std::vector<bool> that_end(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) that_end[i] = ends[i] * kEndsOnceIn >= all[i];
  return that_end;
}

std::vector<SuggestionWriter::Gram> SuggestionWriter::grams() const {
  const auto may_end = words_that_end();
  std::vector<Gram> all;
  for (std::uint32_t number = 0; number < made_.phrases_.size(); ++number) {
    const auto words = made_.words_of(made_.phrases_[number]);
    const auto text = made_.text(made_.phrases_[number]);
    for (std::size_t first = 0; first < words.size(); ++first) {
      Gram gram;
      gram.phrase = number;
      gram.first = static_cast<std::uint16_t>(first);
      for (std::size_t i = first; i < std::min(words.size(), first + kLongestGram); ++i) {
        if (i > first && !joins(gap_after(text, words, i - 1))) break;
        gram.key[gram.words++] = words[i].word + 1;
        if (may_end[words[i].word]) all.push_back(gram);
      }
    }
  }
  return all;
}

// Which of two places to take the writing from: of an article that does not go before the other's,
// so that nothing outlives its last article; and inside a phrase, where only names begin large.
bool SuggestionWriter::is_better(const Gram& a, const Gram& b) const {
  const auto rank = [&](const Gram& gram) {
    const auto& expiry = expiries_[gram.phrase];
    return std::tuple(!expiry, expiry.value_or(Time{}), gram.first > 0);
  };
  return rank(a) > rank(b);
}

void SuggestionWriter::find_completions() {
  auto all = grams();
  std::ranges::stable_sort(all, {}, &Gram::key);
  std::vector<Gram> kept;
  std::vector<std::uint32_t> counts;
  for (std::size_t i = 0; i < all.size();) {
    std::size_t best = i;
    std::size_t end = i;
    for (; end < all.size() && all[end].key == all[i].key; ++end)
      if (is_better(all[end], all[best])) best = end;
    kept.push_back(all[best]);
    counts.push_back(static_cast<std::uint32_t>(end - i));
    i = end;
  }
  // One that always goes on in the same way is only half of the longer one.
  std::vector<bool> goes_on(kept.size());
  std::vector<std::size_t> shorter;  // those that the current one begins with
  for (std::size_t i = 0; i < kept.size(); ++i) {
    while (!shorter.empty() && !kept[shorter.back()].begins(kept[i])) shorter.pop_back();
    for (const auto each : shorter)
      if (counts[each] == counts[i]) goes_on[each] = true;
    shorter.push_back(i);
  }
  for (std::size_t i = 0; i < kept.size(); ++i)
    if (!goes_on[i])
      made_.completions_.push_back({kept[i].phrase, kept[i].first, kept[i].words, counts[i]});
}

Result<Suggestions> collect_suggestions(const Catalogue& catalogue, const fs::path& records) {
  const FileDescriptor file(::open(records.c_str(), O_RDONLY | O_CLOEXEC));
  if (!file) return fail(system_error("cannot read", records));
  SuggestionWriter writer;
  for (std::uint32_t number = 0; number < catalogue.rows().size(); ++number) {
    const auto& row = catalogue.rows()[number];
    if (row.id.empty() || row.unlisted) continue;
    auto bytes = read_head(file, row, records);
    if (!bytes) return fail(bytes.error());
    const auto record = Record::decode(std::move(*bytes));
    if (!record) return fail(record.error().what, records.string(), record.error().hint);
    writer.add(number, row, *record);
  }
  return writer.finish();
}

}  // namespace kb::index
