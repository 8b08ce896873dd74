#include "core/insights/gaps/query_words.h"

#include <algorithm>

#include "core/text/fold.h"
#include "core/text/normal_form.h"
#include "core/text/typing_distance.h"

namespace kb::insights {
namespace {

// One word's endings leave at least so much of it as it is.
constexpr std::size_t kLeastOfWord = 4;  // letters; shorter words are alike where they are equal
constexpr double kShareOfWord = 2.0 / 3;
constexpr double kOneSlip = 1.0;

// Letters of all scripts are above ASCII, and so are these blocks, which have none.
bool is_in_word(char32_t letter) {
  if (letter < 0x80)
    return (letter >= U'a' && letter <= U'z') || (letter >= U'0' && letter <= U'9');
  const bool is_latin_sign = letter <= 0xBF && letter != 0xAA && letter != 0xB5 && letter != 0xBA;
  const bool is_punctuation = letter >= 0x2010 && letter <= 0x206F;
  const bool is_arabic_sign = letter == 0x060C || letter == 0x061B || letter == 0x061F;
  const bool is_cjk_sign = letter >= 0x3000 && letter <= 0x3004;
  const bool is_bracket = letter >= 0x3008 && letter <= 0x3020;
  return !is_latin_sign && !is_punctuation && !is_arabic_sign && !is_cjk_sign && !is_bracket &&
         letter != 0xFFFD;
}

}  // namespace

QueryWords query_words(std::string_view text) {
  QueryWords words;
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(text::to_utf8(word));
    word.clear();
  };
  for (const char32_t letter : text::to_utf32(text::nfc(text::caseless(text))))
    if (is_in_word(letter))
      word.push_back(letter);
    else
      end_word();
  end_word();
  return words;
}

bool alike(std::string_view a, std::string_view b) {
  const auto one = text::to_utf32(text::fold(a));
  const auto other = text::to_utf32(text::fold(b));
  if (one == other) return true;
  if (std::min(one.size(), other.size()) < kLeastOfWord || has_digit(a) || has_digit(b))
    return false;
  const auto [end, rest] = std::ranges::mismatch(one, other);
  const auto common = static_cast<std::size_t>(end - one.begin());
  const auto longer = static_cast<double>(std::max(one.size(), other.size()));
  if (common >= kLeastOfWord && static_cast<double>(common) >= kShareOfWord * longer) return true;
  return text::typing_distance(one, other, kOneSlip) <= kOneSlip;
}

bool has_phrase(const QueryWords& words, const QueryWords& phrase) {
  const auto found = std::search(words.begin(), words.end(), phrase.begin(), phrase.end());
  return found != words.end();
}

bool has_digit(std::string_view word) {
  return std::ranges::any_of(word, [](char letter) { return letter >= '0' && letter <= '9'; });
}

}  // namespace kb::insights
