#include "core/text/letter_grams.h"

#include <unicode/utf8.h>

#include <array>

namespace kb::text {
namespace {

constexpr std::size_t kLength = 4;
constexpr char32_t kEdge = U'_';

// From the CJK radicals on: Han, kana, Hangul, Yi, and their compatibility forms.
bool is_dense(char32_t letter) {
  return letter >= 0x2E80 && (letter < 0xFB00 || letter >= 0x20000);
}

std::uint32_t mixed(std::uint32_t hash, char32_t letter) {
  return (hash ^ static_cast<std::uint32_t>(letter)) * 0x9E3779B1U + 0x7F4A7C15U;
}

std::uint32_t hash_of(const char32_t* letters, std::size_t count) {
  auto hash = static_cast<std::uint32_t>(count);
  for (std::size_t i = 0; i < count; ++i) hash = mixed(hash, letters[i]);
  return hash ^ (hash >> 15);
}

}  // namespace

void add_letter_grams(std::string_view folded, std::vector<std::uint32_t>& grams) {
  std::array<char32_t, kMostLettersInGrams + 2> letters;
  std::size_t count = 1;
  letters[0] = kEdge;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(folded.data());
  const auto size = static_cast<std::int32_t>(folded.size());
  for (std::int32_t i = 0; i < size && count <= kMostLettersInGrams;) {
    UChar32 letter = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, letter);
    letters[count++] = static_cast<char32_t>(letter);
  }
  if (count == 1) return;
  if (is_dense(letters[1])) {
    if (count == 2) grams.push_back(hash_of(&letters[1], 1));
    for (std::size_t i = 1; i + 1 < count; ++i) grams.push_back(hash_of(&letters[i], 2));
    return;
  }
  letters[count++] = kEdge;
  if (count <= kLength) {
    grams.push_back(hash_of(letters.data(), count));
    return;
  }
  for (std::size_t i = 0; i + kLength <= count; ++i) grams.push_back(hash_of(&letters[i], kLength));
}

}  // namespace kb::text
