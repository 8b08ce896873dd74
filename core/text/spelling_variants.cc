#include "core/text/spelling_variants.h"

#include <algorithm>
#include <array>

#include "core/text/chinese_scripts.h"
#include "core/text/fold.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "core/text/script_habits.h"

namespace kb::text {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<signed char>(c) >= 0; });
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// The case of I: small without a dot, as İ is with one.
void lower_turkish_i(std::string& raw) {
  replace_all(raw, "I\u0307", "i");
  replace_all(raw, "I", "ı");
  replace_all(raw, "İ", "i");
}

// Older keyboards have cedillas; the comma is the right letter.
void unify_romanian(Letters& word) {
  std::replace(word.begin(), word.end(), U'ş', U'ș');
  std::replace(word.begin(), word.end(), U'ţ', U'ț');
}

void unify_serbian(Letters& word) {
  struct Pair {
    char32_t cyrillic;
    std::u32string_view latin;
  };
  static constexpr std::array kLetters = {
      Pair{U'а', U"a"}, Pair{U'б', U"b"},  Pair{U'в', U"v"}, Pair{U'г', U"g"},  Pair{U'д', U"d"},
      Pair{U'ђ', U"đ"}, Pair{U'е', U"e"},  Pair{U'ж', U"ž"}, Pair{U'з', U"z"},  Pair{U'и', U"i"},
      Pair{U'ј', U"j"}, Pair{U'к', U"k"},  Pair{U'л', U"l"}, Pair{U'љ', U"lj"}, Pair{U'м', U"m"},
      Pair{U'н', U"n"}, Pair{U'њ', U"nj"}, Pair{U'о', U"o"}, Pair{U'п', U"p"},  Pair{U'р', U"r"},
      Pair{U'с', U"s"}, Pair{U'т', U"t"},  Pair{U'ћ', U"ć"}, Pair{U'у', U"u"},  Pair{U'ф', U"f"},
      Pair{U'х', U"h"}, Pair{U'ц', U"c"},  Pair{U'ч', U"č"}, Pair{U'џ', U"dž"}, Pair{U'ш', U"š"}};
  Letters out;
  for (const char32_t c : word) {
    const auto* found = std::find_if(kLetters.begin(), kLetters.end(),
                                     [c](const Pair& pair) { return pair.cyrillic == c; });
    if (found == kLetters.end())
      out += c;
    else
      out += found->latin;
  }
  word = out;
}

// `pair` becomes its first letter: ae, written for ä, meets a.
void contract(Letters& word, std::u32string_view pair) {
  for (auto at = word.find(pair); at != Letters::npos; at = word.find(pair, at + 1))
    word.erase(at + 1, 1);
}

// But in neue, Steuer, Mauer and Quelle, ue is no ü.
void weaken_german(Letters& word) {
  contract(word, U"ae");
  contract(word, U"oe");
  for (auto at = word.find(U"ue"); at != Letters::npos; at = word.find(U"ue", at + 1))
    if (at == 0 || std::u32string_view(U"aeq").find(word[at - 1]) == std::u32string_view::npos)
      word.erase(at + 1, 1);
}

void weaken_swedish(Letters& word) {
  contract(word, U"ae");
  contract(word, U"oe");
}

// å is typed aa or a, ø is oe or o; æ is ae.
void weaken_danish(Letters& word) {
  contract(word, U"aa");
  contract(word, U"oe");
}

// đ is typed dj or d.
void weaken_serbian(Letters& word) {
  contract(word, U"dj");
}

void weaken_ukrainian(Letters& word) {
  std::replace(word.begin(), word.end(), U'ґ', U'г');
}

void weaken_chinese(Letters& word) {
  for (char32_t& c : word)
    if (c <= 0xFFFF) c = simplified(static_cast<char16_t>(c));
}

}  // namespace

struct SpellingVariants::Habits {
  std::string_view lang;
  void (*lower)(std::string& raw);
  void (*unify)(Letters& word);
  void (*weaken)(Letters& folded);
};

namespace {

constexpr char32_t kApostrophes[] = {0x2019, 0x02BC, 0x2018, 0x201B, 0x00B4, 0x0060};

// Marks that belong to a script, whatever the language of the text around it.
void unify_scripts(Letters& word) {
  for (char32_t& c : word)
    if (std::find(std::begin(kApostrophes), std::end(kApostrophes), c) != std::end(kApostrophes))
      c = U'\'';
  unify_digits(word);
  const auto has = [&word](char32_t from, char32_t to) {
    return std::any_of(word.begin(), word.end(), [=](char32_t c) { return c >= from && c <= to; });
  };
  if (has(0x0600, 0x06FF)) unify_arabic(word);
  if (has(0x0591, 0x05FF)) unify_hebrew(word);
  if (has(0x0900, 0x097F)) unify_devanagari(word);
  if (has(0x0E00, 0x0E7F)) unify_thai(word);
}

// What falls away in typing: an apostrophe, the dot of a Catalan l·l, Hebrew quotes.
constexpr std::u32string_view kSmallSigns = U"'·׳״";

}  // namespace

SpellingVariants::SpellingVariants(std::string_view lang) {
  static constexpr Habits kNone{"", nullptr, nullptr, nullptr};
  static constexpr std::array kHabits = {
      Habits{"ar", nullptr, unify_arabic_kaf_ya, nullptr},
      Habits{"az", lower_turkish_i, nullptr, nullptr},
      Habits{"bs", nullptr, unify_serbian, weaken_serbian},
      Habits{"da", nullptr, nullptr, weaken_danish},
      Habits{"de", nullptr, nullptr, weaken_german},
      Habits{"fa", nullptr, unify_persian_kaf_ya, weaken_persian},
      Habits{"hi", nullptr, nullptr, weaken_devanagari},
      Habits{"hr", nullptr, nullptr, weaken_serbian},
      Habits{"ja", nullptr, nullptr, weaken_kana},
      Habits{"mr", nullptr, nullptr, weaken_devanagari},
      Habits{"nb", nullptr, nullptr, weaken_danish},
      Habits{"ne", nullptr, nullptr, weaken_devanagari},
      Habits{"nn", nullptr, nullptr, weaken_danish},
      Habits{"no", nullptr, nullptr, weaken_danish},
      Habits{"ro", nullptr, unify_romanian, nullptr},
      Habits{"sh", nullptr, unify_serbian, weaken_serbian},
      Habits{"sr", nullptr, unify_serbian, weaken_serbian},
      Habits{"sv", nullptr, nullptr, weaken_swedish},
      Habits{"tr", lower_turkish_i, nullptr, nullptr},
      Habits{"uk", nullptr, nullptr, weaken_ukrainian},
      Habits{"ur", nullptr, unify_persian_kaf_ya, weaken_persian},
      Habits{"vi", nullptr, place_tone, weaken_vietnamese},
      Habits{"yue", nullptr, nullptr, weaken_chinese},
      Habits{"zh", nullptr, nullptr, weaken_chinese},
  };
  habits_ = &kNone;
  const auto base = language_candidates(lang).back();
  for (const auto& habits : kHabits)
    if (habits.lang == base) habits_ = &habits;
}

std::string SpellingVariants::surface(std::string_view word) const {
  std::string raw(word);
  if (habits_->lower) habits_->lower(raw);
  std::string small = caseless(raw);
  if (is_ascii(small)) return small;
  replace_all(small, "i\u0307", "i");  // of the Turkish İ, whose small letter is i
  Letters letters = to_utf32(small);
  unify_scripts(letters);
  if (habits_->unify) habits_->unify(letters);
  return to_utf8(letters);
}

std::string SpellingVariants::folded(std::string_view surface) const {
  const bool plain = is_ascii(surface) && surface.find('\'') == std::string_view::npos;
  if (plain && habits_->weaken == nullptr) return std::string(surface);
  Letters letters = to_utf32(fold(surface));
  std::erase_if(letters, [](char32_t c) { return kSmallSigns.find(c) != Letters::npos; });
  if (habits_->weaken) habits_->weaken(letters);
  return letters.empty() ? std::string(surface) : to_utf8(letters);
}

}  // namespace kb::text
