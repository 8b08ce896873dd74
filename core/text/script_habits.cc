#include "core/text/script_habits.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <string_view>

#include "core/text/normal_form.h"

namespace kb::text {
namespace {

bool is_among(char32_t letter, std::u32string_view set) {
  return set.find(letter) != std::u32string_view::npos;
}

void replace(Letters& word, std::u32string_view from, std::u32string_view to) {
  for (auto at = word.find(from); at != Letters::npos; at = word.find(from, at + to.size()))
    word.replace(at, from.size(), to);
}

bool is_harakat(char32_t c) {
  return (c >= 0x064B && c <= 0x065F) || c == 0x0670 || (c >= 0x06D6 && c <= 0x06ED);
}

bool is_niqqud(char32_t c) {
  return c >= 0x0591 && c <= 0x05C7 && c != 0x05BE && c != 0x05C0 && c != 0x05C3 && c != 0x05C6;
}

constexpr char32_t kTatweel = 0x0640;
constexpr char32_t kVirama = 0x094D;
constexpr char32_t kNukta = 0x093C;
constexpr char32_t kVisarga = 0x0903;
constexpr char32_t kAnusvara = 0x0902;
constexpr char32_t kChandrabindu = 0x0901;
constexpr char32_t kLongMark = 0x30FC;

// Devanagari's rows of consonants end in a nasal: ka kha ga gha nga.
constexpr char32_t kFirstRow = 0x0915;
constexpr char32_t kLastInRows = 0x092E;

bool is_in_rows(char32_t c) {
  return c >= kFirstRow && c <= kLastInRows && c != 0x0929;
}

// na with a dot below (0929) stands in the middle of the rows.
int place_in_rows(char32_t c) {
  return static_cast<int>(c - kFirstRow) - (c > 0x0929 ? 1 : 0);
}

bool is_nasal_before(char32_t nasal, char32_t consonant) {
  if (!is_in_rows(nasal) || !is_in_rows(consonant)) return false;
  const int one = place_in_rows(nasal);
  const int other = place_in_rows(consonant);
  return one % 5 == 4 && other % 5 != 4 && one / 5 == other / 5;
}

}  // namespace

void unify_digits(Letters& word) {
  for (char32_t& c : word)
    if (c > 0x7F && u_charType(static_cast<UChar32>(c)) == U_DECIMAL_DIGIT_NUMBER)
      c = U'0' + static_cast<char32_t>(u_charDigitValue(static_cast<UChar32>(c)));
}

void unify_arabic(Letters& word) {
  Letters bare;
  for (const char32_t c : word)
    if (c != kTatweel && !is_harakat(c)) bare += is_among(c, U"أإآٱ") ? U'ا' : c;
  if (!bare.empty()) word = bare;
}

void unify_arabic_kaf_ya(Letters& word) {
  std::replace(word.begin(), word.end(), U'ک', U'ك');
  std::replace(word.begin(), word.end(), U'ی', U'ي');
}

void unify_persian_kaf_ya(Letters& word) {
  std::replace(word.begin(), word.end(), U'ك', U'ک');
  std::replace_if(
      word.begin(), word.end(), [](char32_t c) { return is_among(c, U"يى"); }, U'ی');
}

void unify_hebrew(Letters& word) {
  Letters bare = word;
  std::erase_if(bare, is_niqqud);
  if (!bare.empty()) word = bare;
}

void unify_devanagari(Letters& word) {
  Letters out;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char32_t c = word[i];
    if (c == kNukta) continue;
    if (i + 2 < word.size() && word[i + 1] == kVirama && is_nasal_before(c, word[i + 2])) {
      out += kAnusvara;
      ++i;
      continue;
    }
    out += c == kChandrabindu ? kAnusvara : c;
  }
  if (!out.empty()) word = out;
}

void unify_thai(Letters& word) {
  replace(word, U"เเ", U"แ");
}

// The tone of an open oa, oe or uy stands on the first letter here; after q, u is no vowel.
void place_tone(Letters& word) {
  Letters parts = to_utf32(nfd(to_utf8(word)));
  constexpr std::u32string_view kTones = U"\u0300\u0301\u0303\u0309\u0323";
  const auto size = parts.size();
  if (size < 3 || !is_among(parts[size - 1], kTones)) return;
  const char32_t first = parts[size - 3];
  const char32_t second = parts[size - 2];
  const bool movable =
      (first == U'o' && is_among(second, U"ae")) || (first == U'u' && second == U'y');
  if (!movable || (size > 3 && parts[size - 4] == U'q')) return;
  std::swap(parts[size - 2], parts[size - 1]);
  word = to_utf32(nfc(to_utf8(parts)));
}

void weaken_persian(Letters& word) {
  replace(word, U"ۀ", U"ه");
  replace(word, U"ة", U"ه");
}

void weaken_devanagari(Letters& word) {
  Letters bare = word;
  std::erase(bare, kVisarga);
  if (bare.ends_with(U"ये")) bare.replace(bare.size() - 2, 2, U"ए");
  if (bare.ends_with(U"यी")) bare.replace(bare.size() - 2, 2, U"ई");
  if (!bare.empty()) word = bare;
}

void weaken_kana(Letters& word) {
  replace(word, U"ヴァ", U"バ");
  replace(word, U"ヴィ", U"ビ");
  replace(word, U"ヴェ", U"ベ");
  replace(word, U"ヴォ", U"ボ");
  replace(word, U"ヴ", U"ブ");
  if (word.size() > 2 && word.back() == kLongMark) word.pop_back();
  constexpr char32_t kToHiragana = 0x60;
  for (char32_t& c : word)
    if (c >= U'ァ' && c <= U'ヶ') c -= kToHiragana;
}

void weaken_vietnamese(Letters& word) {
  if (word.size() < 2 || word.back() != U'y') return;
  if (is_among(word[word.size() - 2], U"hklmst")) word.back() = U'i';
}

}  // namespace kb::text
