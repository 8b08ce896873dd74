#include "core/text/chinese_scripts.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <vector>

namespace kb::text {
namespace {

constexpr int32_t kFirst = 0x3400;  // the ideographs of the basic plane
constexpr int32_t kLast = 0x9FFF;
// Between the characters, so that no rule for several of them applies.
constexpr char16_t kApart = u' ';
// Characters at a time: ICU moves what follows at each replacement.
constexpr int32_t kChunk = 256;

// `first` and the kChunk - 1 that follow, rewritten; nothing where the rules changed a length.
icu::UnicodeString rewritten_character(const icu::Transliterator& rules, int32_t first) {
  icu::UnicodeString chunk;
  for (int32_t c = first; c < first + kChunk; ++c)
    chunk.append(static_cast<char16_t>(c)).append(kApart);
  rules.transliterate(chunk);
  return chunk.length() == 2 * kChunk ? chunk : icu::UnicodeString();
}

std::vector<char16_t> make_table() {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  std::vector<char16_t> table;
  table.reserve(kLast - kFirst + 1);
  for (int32_t first = kFirst; first <= kLast; first += kChunk) {
    const auto chunk =
        U_SUCCESS(status) ? rewritten_character(*rules, first) : icu::UnicodeString();
    for (int32_t i = 0; i < kChunk; ++i)
      table.push_back(chunk.isEmpty() ? static_cast<char16_t>(first + i) : chunk.charAt(2 * i));
  }
  return table;
}

}  // namespace

char16_t simplified(char16_t character) {
  if (character < kFirst || character > kLast) return character;
  static const std::vector<char16_t> table = make_table();
  return table[static_cast<std::size_t>(character - kFirst)];
}

}  // namespace kb::text
