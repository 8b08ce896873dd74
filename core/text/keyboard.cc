#include "core/text/keyboard.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <bitset>
#include <memory>

#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb::text {
namespace {

constexpr std::size_t kRows = 4;
constexpr std::size_t kMostReadings = 5;

// The keys without Shift, from the one left of the 1 to the one left of the right Shift. All
// layouts have the same number of keys in a row; a space stands for a key without a letter.
struct Layout {
  std::array<std::u32string_view, kRows> rows;
};

constexpr Layout kQwerty{{U"`1234567890-=", U"qwertyuiop[]\\", U"asdfghjkl;'", U"zxcvbnm,./"}};
constexpr Layout kQwertz{{U"^1234567890ß´", U"qwertzuiopü+#", U"asdfghjklöä", U"yxcvbnm,.-"}};
constexpr Layout kAzerty{{U"²&é\"'(-è_çà)=", U"azertyuiop^$*", U"qsdfghjklmù", U"wxcvbn,;:!"}};
constexpr Layout kRussianKeys{{U"ё1234567890-=", U"йцукенгшщзхъ\\", U"фывапролджэ", U"ячсмитьбю."}};
constexpr Layout kUkrainianKeys{
    {U"'1234567890-=", U"йцукенгшщзхїґ", U"фівапролджє", U"ячсмитьбю."}};
constexpr Layout kBulgarianKeys{
    {U"(1234567890-.", U",уеишщксдзц;„", U"ьяаожгтнвмч", U"юйъэфхпрлб"}};
constexpr Layout kPhonetic{{U"ч1234567890-=", U"явертъуиопшщю", U"асдфгхйкл;'", U"зьцжбнм,./"}};
constexpr Layout kSerbianKeys{{U"`1234567890'+", U"љњертзуиопшђж", U"асдфгхјклчћ", U"ѕџцвбнм,.-"}};
constexpr Layout kGreekKeys{
    {U"`1234567890-=", U";ςερτυθιοπ[]\\", U"ασδφγηξκλ\u0384'", U"ζχψωβνμ,./"}};
constexpr Layout kHebrew{{U";1234567890-=", U"/'קראטוןםפ][\\", U"שדגכעיחלךף,", U"זסבהנמצתץ."}};
constexpr Layout kArabic{{U"ذ1234567890-=", U"ضصثقفغعهخحجد\\", U"شسيبلاتنمكط", U"ئءؤر\uFEFBىةوزظ"}};
constexpr Layout kPersian{{U"\u200d1234567890-=", U"ضصثقفغعهخحجچپ", U"شسیبلاتنمکگ", U"ظطزرذدئو./"}};

constexpr std::array kLayouts = {kQwerty,        kQwertz,        kAzerty,   kRussianKeys,
                                 kUkrainianKeys, kBulgarianKeys, kPhonetic, kSerbianKeys,
                                 kGreekKeys,     kHebrew,        kArabic,   kPersian};

constexpr bool are_of_one_shape() {
  for (const auto& layout : kLayouts)
    for (std::size_t row = 0; row < kRows; ++row)
      if (layout.rows[row].size() != kQwerty.rows[row].size()) return false;
  return true;
}
static_assert(are_of_one_shape());

constexpr std::u32string_view kShifted = U"~{}|:\"<>?";
constexpr std::u32string_view kUnshifted = U"`[]\\;',./";

// What a reader has set up; the first is the most usual.
struct Reader {
  std::string_view lang;
  std::array<const Layout*, 2> layouts;
};
constexpr std::array kReaders = {
    Reader{"ru", {&kRussianKeys, nullptr}}, Reader{"uk", {&kUkrainianKeys, &kRussianKeys}},
    Reader{"be", {&kRussianKeys, nullptr}}, Reader{"bg", {&kBulgarianKeys, &kPhonetic}},
    Reader{"sr-Latn", {&kQwertz, nullptr}}, Reader{"sr", {&kSerbianKeys, nullptr}},
    Reader{"el", {&kGreekKeys, nullptr}},   Reader{"he", {&kHebrew, nullptr}},
    Reader{"ar", {&kArabic, nullptr}},      Reader{"fa", {&kPersian, &kArabic}},
    Reader{"de", {&kQwertz, nullptr}},      Reader{"cs", {&kQwertz, nullptr}},
    Reader{"sk", {&kQwertz, nullptr}},      Reader{"hu", {&kQwertz, nullptr}},
    Reader{"hr", {&kQwertz, nullptr}},      Reader{"sl", {&kQwertz, nullptr}},
    Reader{"bs", {&kQwertz, nullptr}},      Reader{"fr", {&kAzerty, nullptr}},
};
constexpr std::array<const Layout*, 2> kOthers = {&kQwerty, nullptr};

// Those that are switched to from a Latin one, the most used first.
constexpr std::array kNotLatin = {&kRussianKeys,   &kUkrainianKeys, &kGreekKeys,
                                  &kHebrew,        &kArabic,        &kPersian,
                                  &kBulgarianKeys, &kPhonetic,      &kSerbianKeys};
constexpr std::array kLatin = {&kQwerty, &kQwertz, &kAzerty};

bool is_latin(const Layout* layout) {
  return std::find(kLatin.begin(), kLatin.end(), layout) != kLatin.end();
}

const std::array<const Layout*, 2>& layouts_of(std::string_view lang) {
  for (const auto& candidate : language_candidates(lang))
    for (const auto& reader : kReaders)
      if (reader.lang == candidate) return reader.layouts;
  return kOthers;
}

// 0 where `from` has no such key.
char32_t on_the_same_key(char32_t letter, const Layout& from, const Layout& to) {
  for (std::size_t row = 0; row < kRows; ++row)
    if (const auto at = from.rows[row].find(letter); at != std::u32string_view::npos)
      return to.rows[row][at];
  return 0;
}

bool is_letter(char32_t c) {
  return u_isalpha(static_cast<UChar32>(c)) != 0;
}

// Empty unless every letter is a key of `from`, and letters come out as well.
std::u32string moved(std::u32string_view text, const Layout& from, const Layout& to) {
  std::u32string out;
  bool letters = false;
  for (char32_t c : text) {
    if (&from == &kQwerty)
      if (const auto at = kShifted.find(c); at != std::u32string_view::npos) c = kUnshifted[at];
    const char32_t other = on_the_same_key(c, from, to);
    if (other == 0 && is_letter(c)) return {};
    out.push_back(other == 0 ? c : other);
    letters = letters || is_letter(out.back());
  }
  return letters ? out : std::u32string();
}

// A dead key comes before its letter, the mark after it; one key may write two letters.
std::string as_written(std::u32string letters) {
  for (std::size_t i = 0; i + 1 < letters.size(); ++i)
    if (letters[i] == U'\u0384') {
      letters[i] = letters[i + 1];
      letters[++i] = U'\u0301';
    }
  return caseless(to_utf8(letters));
}

std::u32string small(std::string_view text) {
  std::u32string letters = to_utf32(nfc(text));
  for (char32_t& c : letters) c = static_cast<char32_t>(u_tolower(static_cast<UChar32>(c)));
  return letters;
}

// Arabic's lam-alef has a key of its own, and can be typed by two.
std::u32string with_lam_alef_key(std::u32string text) {
  for (auto at = text.find(U"لا"); at != std::u32string::npos; at = text.find(U"لا", at))
    text = text.substr(0, at) + U"\uFEFB" + text.substr(at + 2);
  return text;
}

class Readings {
 public:
  explicit Readings(std::string_view text) : typed_(small(text)), unchanged_(caseless(text)) {}

  void add(const Layout& from, const Layout& to) {
    if (&from == &to) return;
    if (&from == &kArabic) add(moved(with_lam_alef_key(typed_), from, to));
    add(moved(typed_, from, to));
  }

  std::vector<std::string> take() { return std::move(found_); }

 private:
  void add(const std::u32string& letters) {
    if (letters.empty() || found_.size() == kMostReadings) return;
    auto reading = as_written(letters);
    if (reading == unchanged_) return;
    if (std::find(found_.begin(), found_.end(), reading) == found_.end())
      found_.push_back(std::move(reading));
  }

  const std::u32string typed_;
  const std::string unchanged_;
  std::vector<std::string> found_;
};

constexpr std::size_t kLettersLimit = 0x700;  // all letters of the layouts but one ligature
constexpr std::size_t kMostKeys = 320;

// Which keys touch: each letter has a number, and each number a row of bits.
class Neighbours {
 public:
  Neighbours() {
    for (const auto& layout : kLayouts)
      for (std::size_t row = 0; row < kRows; ++row)
        for (const char32_t key : layout.rows[row]) enter(key);
    for (const auto& layout : kLayouts) connect(layout);
  }

  bool contains(char32_t a, char32_t b) const {
    if (a >= kLettersLimit || b >= kLettersLimit) return false;
    return touching_[number_[a]][number_[b]];
  }

 private:
  // In quarters of a key: how far each row stands to the right of the first.
  static constexpr std::array<int, kRows> kIndent = {0, 6, 7, 9};

  void enter(char32_t key) {
    if (key < kLettersLimit && number_[key] == 0) number_[key] = next_++;
  }

  void connect(const Layout& layout) {
    for (std::size_t row = 0; row < kRows; ++row)
      for (std::size_t column = 0; column < layout.rows[row].size(); ++column)
        for (std::size_t other = row; other < std::min(row + 2, kRows); ++other)
          for (std::size_t next = 0; next < layout.rows[other].size(); ++next) {
            const int apart = kIndent[row] + 4 * static_cast<int>(column) - kIndent[other] -
                              4 * static_cast<int>(next);
            if (apart >= -4 && apart <= 4)
              connect(layout.rows[row][column], layout.rows[other][next]);
          }
  }

  void connect(char32_t a, char32_t b) {
    if (a == b || a >= kLettersLimit || b >= kLettersLimit) return;
    touching_[number_[a]].set(number_[b]);
    touching_[number_[b]].set(number_[a]);
  }

  std::array<std::uint16_t, kLettersLimit> number_{};  // 0: no key
  std::array<std::bitset<kMostKeys>, kMostKeys> touching_{};
  std::uint16_t next_ = 1;
};

}  // namespace

std::vector<std::string> retyped(std::string_view text, std::string_view lang) {
  Readings readings(text);
  const auto& own = layouts_of(lang);
  for (const Layout* layout : own) {
    if (layout == nullptr) continue;
    if (is_latin(layout)) continue;
    for (const Layout* latin : kLatin) readings.add(*latin, *layout);
    readings.add(*layout, kQwerty);
  }
  if (own[1] != nullptr) readings.add(*own[1], *own[0]);
  if (is_latin(own[0])) {
    for (const Layout* latin : kLatin) readings.add(*latin, *own[0]);
    for (const Layout* other : kNotLatin) readings.add(*other, *own[0]);
    for (const Layout* latin : kLatin) readings.add(*own[0], *latin);
  }
  return readings.take();
}

bool are_neighbours(char32_t a, char32_t b) {
  static const Neighbours neighbours;
  return neighbours.contains(a, b);
}

}  // namespace kb::text
