#include "core/text/transliteration.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <span>

#include "core/text/fold.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb::text {
namespace {

constexpr std::size_t kMostSpellings = 4;
constexpr std::size_t kLongestText = 500;  // bytes; more is no query in another alphabet

// `from` becomes `to`; ^ is the beginning of a word and $ its end. Of the rules that fit at a place
// the longest counts.
struct Rule {
  std::string_view from, to;
};
using Rules = std::span<const Rule>;

constexpr Rule kRussian[] = {
    {"a", "а"},    {"b", "б"},    {"v", "в"},    {"w", "в"},    {"g", "г"},    {"d", "д"},
    {"e", "е"},    {"yo", "ё"},   {"jo", "ё"},   {"zh", "ж"},   {"z", "з"},    {"i", "и"},
    {"k", "к"},    {"l", "л"},    {"m", "м"},    {"n", "н"},    {"o", "о"},    {"p", "п"},
    {"r", "р"},    {"s", "с"},    {"t", "т"},    {"u", "у"},    {"f", "ф"},    {"h", "х"},
    {"kh", "х"},   {"x", "х"},    {"ts", "ц"},   {"tz", "ц"},   {"c", "ц"},    {"ch", "ч"},
    {"sh", "ш"},   {"shch", "щ"}, {"sch", "щ"},  {"yu", "ю"},   {"ju", "ю"},   {"ya", "я"},
    {"ja", "я"},   {"y", "ы"},    {"ay", "ай"},  {"ey", "ей"},  {"iy", "ий"},  {"oy", "ой"},
    {"uy", "уй"},  {"yy", "ый"},  {"yay", "яй"}, {"yuy", "юй"}, {"^ya", "я"},  {"^yu", "ю"},
    {"^yo", "ё"},  {"^y", "й"},   {"aj", "ай"},  {"ej", "ей"},  {"ij", "ий"},  {"oj", "ой"},
    {"uj", "уй"},  {"yj", "ый"},  {"j", "ж"},    {"'", "ь"},    {"q", "к"},    {"ck", "к"},
    {"ph", "ф"},   {"^ye", "е"},  {"aya", "ая"}, {"oya", "оя"}, {"eya", "ея"}, {"iya", "ия"},
    {"uya", "уя"}, {"uyu", "ую"}, {"oyo", "оё"}, {"ayu", "аю"}, {"iyu", "ию"}, {"oyu", "ою"},
    {"eyu", "ею"}, {"iye", "ие"}, {"oye", "ое"}, {"yye", "ые"}, {"aye", "ае"}, {"eye", "ее"},
    {"uye", "уе"}, {"aja", "ая"}, {"ija", "ия"}, {"iju", "ию"},
};
constexpr Rule kRussianOtherwise[] = {
    {"^e", "э"}, {"sch", "сч"}, {"x", "кс"}, {"c", "к"}, {"j", "й"}, {"h", "г"}, {"ye", "ье"},
};

constexpr Rule kUkrainian[] = {
    {"a", "а"},    {"b", "б"},    {"v", "в"},    {"w", "в"},    {"h", "г"},    {"g", "г"},
    {"d", "д"},    {"e", "е"},    {"ye", "є"},   {"je", "є"},   {"ie", "є"},   {"zh", "ж"},
    {"z", "з"},    {"y", "и"},    {"i", "і"},    {"yi", "ї"},   {"ji", "ї"},   {"k", "к"},
    {"l", "л"},    {"m", "м"},    {"n", "н"},    {"o", "о"},    {"p", "п"},    {"r", "р"},
    {"s", "с"},    {"t", "т"},    {"u", "у"},    {"f", "ф"},    {"kh", "х"},   {"x", "х"},
    {"ts", "ц"},   {"c", "ц"},    {"ch", "ч"},   {"sh", "ш"},   {"shch", "щ"}, {"sch", "щ"},
    {"yu", "ю"},   {"ju", "ю"},   {"iu", "ю"},   {"ya", "я"},   {"ja", "я"},   {"ia", "я"},
    {"ay", "ай"},  {"ey", "ей"},  {"oy", "ой"},  {"uy", "уй"},  {"yy", "ий"},  {"iy", "ій"},
    {"j", "й"},    {"'", "ь"},    {"q", "к"},    {"ph", "ф"},   {"zgh", "зг"}, {"aya", "ая"},
    {"oyi", "ої"}, {"iya", "ія"}, {"oyu", "ою"}, {"iyi", "ії"}, {"oya", "оя"}, {"uyu", "ую"},
};
constexpr Rule kUkrainianOtherwise[] = {
    {"h", "х"}, {"i", "и"}, {"g", "ґ"}, {"ia", "іа"}, {"ie", "іє"}, {"iu", "іу"}, {"j", "ж"},
};

constexpr Rule kBulgarian[] = {
    {"a", "а"},  {"b", "б"},  {"v", "в"},  {"w", "в"},    {"g", "г"},   {"d", "д"},   {"e", "е"},
    {"zh", "ж"}, {"j", "ж"},  {"z", "з"},  {"i", "и"},    {"y", "й"},   {"k", "к"},   {"l", "л"},
    {"m", "м"},  {"n", "н"},  {"o", "о"},  {"p", "п"},    {"r", "р"},   {"s", "с"},   {"t", "т"},
    {"u", "у"},  {"f", "ф"},  {"h", "х"},  {"x", "х"},    {"kh", "х"},  {"ts", "ц"},  {"c", "ц"},
    {"ch", "ч"}, {"4", "ч"},  {"sh", "ш"}, {"6", "ш"},    {"sht", "щ"}, {"6t", "щ"},  {"yu", "ю"},
    {"ju", "ю"}, {"iu", "ю"}, {"ya", "я"}, {"ia$", "ия"}, {"q", "я"},   {"yo", "йо"}, {"io", "ьо"},
    {"'", "ь"},  {"ja", "я"}, {"ph", "ф"},
};
constexpr Rule kBulgarianOtherwise[] = {
    {"u", "ъ"}, {"y", "ъ"}, {"j", "й"}, {"x", "кс"}, {"c", "к"}, {"ya", "ъа"}, {"io", "ио"},
};

constexpr Rule kSerbian[] = {
    {"a", "а"},  {"b", "б"},  {"v", "в"},  {"w", "в"},  {"g", "г"},  {"d", "д"},  {"đ", "ђ"},
    {"dj", "ђ"}, {"e", "е"},  {"ž", "ж"},  {"zh", "ж"}, {"z", "з"},  {"i", "и"},  {"j", "ј"},
    {"k", "к"},  {"l", "л"},  {"lj", "љ"}, {"m", "м"},  {"n", "н"},  {"nj", "њ"}, {"o", "о"},
    {"p", "п"},  {"r", "р"},  {"s", "с"},  {"t", "т"},  {"ć", "ћ"},  {"u", "у"},  {"f", "ф"},
    {"h", "х"},  {"c", "ц"},  {"č", "ч"},  {"ch", "ч"}, {"dž", "џ"}, {"š", "ш"},  {"sh", "ш"},
    {"y", "и"},  {"x", "кс"}, {"q", "к"},
};
constexpr Rule kSerbianOtherwise[] = {{"c", "ч"}, {"s", "ш"}, {"z", "ж"}};

constexpr Rule kGreek[] = {
    {"a", "α"},  {"v", "β"},  {"b", "β"},  {"g", "γ"},   {"d", "δ"},    {"e", "ε"},   {"z", "ζ"},
    {"h", "η"},  {"th", "θ"}, {"8", "θ"},  {"i", "ι"},   {"k", "κ"},    {"c", "κ"},   {"l", "λ"},
    {"m", "μ"},  {"n", "ν"},  {"ks", "ξ"}, {"x", "χ"},   {"o", "ο"},    {"p", "π"},   {"r", "ρ"},
    {"s", "σ"},  {"t", "τ"},  {"y", "υ"},  {"u", "υ"},   {"f", "φ"},    {"ph", "φ"},  {"ch", "χ"},
    {"kh", "χ"}, {"ps", "ψ"}, {"w", "ω"},  {"mp", "μπ"}, {"^b", "μπ"},  {"^d", "ντ"}, {"ou", "ου"},
    {"j", "τζ"}, {"q", "κ"},  {"i$", "η"}, {"w$", "ω"},  {"is$", "ησ"}, {"o$", "ω"},
};
constexpr Rule kGreekOtherwise[] = {
    {"i$", "ι"}, {"is$", "ισ"}, {"o$", "ο"}, {"x", "ξ"},
    {"h", "χ"},  {"^d", "δ"},   {"^b", "β"}, {"u", "ου"},
};

// Into what ICU's transliteration of Hindi reads: long vowels with a macron.
constexpr Rule kHindi[] = {
    {"aa", "ā"}, {"ee", "ī"}, {"ii", "ī"}, {"oo", "ū"}, {"uu", "ū"},    {"i$", "ī"},
    {"a$", "ā"}, {"u$", "ū"}, {"w", "v"},  {"sh", "ś"}, {"chh", "cha"}, {"ch", "c"},
    {"f", "ph"}, {"z", "j"},  {"q", "k"},  {"x", "ks"}, {"o", "ō"},     {"e", "ē"},
};
constexpr Rule kHindiOtherwise[] = {{"a", "ā"}, {"ai", "ai"}, {"au", "au"}};

struct Alphabet {
  std::string_view lang;
  Rules rules;
  Rules otherwise;  // come before them in the second reading
};
constexpr Alphabet kAlphabets[] = {
    {"ru", kRussian, kRussianOtherwise},     {"be", kRussian, kRussianOtherwise},
    {"uk", kUkrainian, kUkrainianOtherwise}, {"bg", kBulgarian, kBulgarianOtherwise},
    {"mk", kSerbian, kSerbianOtherwise},     {"sr", kSerbian, kSerbianOtherwise},
    {"el", kGreek, kGreekOtherwise},         {"hi", kHindi, kHindiOtherwise},
};

// How names and words in these letters are written in English, and so in queries all over.
constexpr Rule kToLatin[] = {
    {"а", "a"},  {"б", "b"},  {"в", "v"},    {"г", "g"},  {"ґ", "g"},   {"д", "d"},  {"е", "e"},
    {"ё", "yo"}, {"є", "ye"}, {"ж", "zh"},   {"з", "z"},  {"и", "i"},   {"і", "i"},  {"ї", "yi"},
    {"й", "y"},  {"к", "k"},  {"л", "l"},    {"м", "m"},  {"н", "n"},   {"о", "o"},  {"п", "p"},
    {"р", "r"},  {"с", "s"},  {"т", "t"},    {"у", "u"},  {"ф", "f"},   {"х", "h"},  {"ц", "ts"},
    {"ч", "ch"}, {"ш", "sh"}, {"щ", "shch"}, {"ъ", ""},   {"ы", "y"},   {"ь", ""},   {"э", "e"},
    {"ю", "yu"}, {"я", "ya"}, {"ј", "j"},    {"љ", "lj"}, {"њ", "nj"},  {"ћ", "c"},  {"ђ", "dj"},
    {"џ", "dz"}, {"α", "a"},  {"β", "v"},    {"γ", "g"},  {"δ", "d"},   {"ε", "e"},  {"ζ", "z"},
    {"η", "i"},  {"θ", "th"}, {"ι", "i"},    {"κ", "k"},  {"λ", "l"},   {"μ", "m"},  {"ν", "n"},
    {"ξ", "x"},  {"ο", "o"},  {"π", "p"},    {"ρ", "r"},  {"σ", "s"},   {"τ", "t"},  {"υ", "y"},
    {"φ", "f"},  {"χ", "ch"}, {"ψ", "ps"},   {"ω", "o"},  {"ου", "ou"}, {"μπ", "b"}, {"^ντ", "d"},
};
// What those who type these letters for Latin ones mean: "хелп", "виси".
constexpr Rule kToLatinOtherwise[] = {
    {"в", "w"}, {"х", "kh"}, {"к", "c"}, {"й", "i"}, {"ж", "j"}, {"υ", "u"}, {"η", "h"}, {"χ", "x"},
};

const Rule* longest(Rules rules, std::string_view rest) {
  const Rule* best = nullptr;
  for (const auto& rule : rules)
    if (rest.starts_with(rule.from) && (!best || rule.from.size() > best->from.size()))
      best = &rule;
  return best;
}

// `first` overrules `second` where both fit equally well.
std::string rewritten(std::string_view text, Rules first, Rules second) {
  std::string out;
  while (!text.empty()) {
    const Rule* const one = longest(first, text);
    const Rule* const other = longest(second, text);
    const Rule* const rule = !one || (other && other->from.size() > one->from.size()) ? other : one;
    if (rule)
      out += rule->to;
    else
      out += text.front();
    text.remove_prefix(rule ? rule->from.size() : 1);
  }
  std::erase_if(out, [](char c) { return c == '^' || c == '$'; });
  return out;
}

bool is_of(UChar32 c, UScriptCode script) {
  UErrorCode status = U_ZERO_ERROR;
  return uscript_getScript(c, &status) == script;
}

bool has_letters_of(std::string_view text, UScriptCode script) {
  const auto letters = to_utf32(text);
  return std::any_of(letters.begin(), letters.end(),
                     [script](char32_t c) { return is_of(static_cast<UChar32>(c), script); });
}

std::string with_word_edges(std::string_view text) {
  std::u32string out;
  bool inside = false;
  for (const char32_t c : to_utf32(text)) {
    const bool letter = u_isalnum(static_cast<UChar32>(c)) || c == U'\'';
    if (letter && !inside) out += U'^';
    if (!letter && inside) out += U'$';
    inside = letter;
    if (c != U'^' && c != U'$') out += c;
  }
  return to_utf8(out) + (inside ? "$" : "");
}

std::string by_icu(const char* name, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  UParseError where;
  const std::unique_ptr<icu::Transliterator> rules(
      icu::Transliterator::createInstance(name, UTRANS_FORWARD, where, status));
  if (U_FAILURE(status)) return {};
  auto letters = icu::UnicodeString::fromUTF8(
      icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  rules->transliterate(letters);
  std::string out;
  letters.toUTF8String(out);
  return out;
}

// Hindi does not write that a last consonant has no vowel.
std::string in_devanagari(std::string_view text) {
  auto out = by_icu("Latin-Devanagari", text);
  constexpr std::string_view kVirama = "्";
  if (std::string_view(out).ends_with(kVirama)) out.resize(out.size() - kVirama.size());
  return out;
}

class Spellings {
 public:
  explicit Spellings(std::string_view text) : text_(text) {}

  void add(std::string_view reading) {
    auto small = caseless(reading);
    if (small.empty() || small == text_ || found_.size() == kMostSpellings) return;
    if (std::find(found_.begin(), found_.end(), small) == found_.end())
      found_.push_back(std::move(small));
  }

  std::vector<std::string> take() { return std::move(found_); }

 private:
  const std::string text_;
  std::vector<std::string> found_;
};

const Alphabet* alphabet_of(std::string_view lang) {
  for (const auto& candidate : language_candidates(lang)) {
    if (candidate.find("-Latn") != std::string::npos) return nullptr;
    for (const auto& alphabet : kAlphabets)
      if (alphabet.lang == candidate) return &alphabet;
  }
  return nullptr;
}

std::vector<std::string> from_latin(std::string_view text, const Alphabet& alphabet) {
  Spellings readings(text);
  const auto word = with_word_edges(alphabet.lang == "sr" ? std::string(text) : fold(text));
  for (const auto& otherwise : {Rules(), alphabet.otherwise}) {
    const auto reading = rewritten(word, otherwise, alphabet.rules);
    readings.add(alphabet.lang == "hi" ? in_devanagari(reading) : reading);
  }
  for (const auto& rule : alphabet.otherwise) {  // one habit alone
    const auto reading = rewritten(word, Rules(&rule, 1), alphabet.rules);
    readings.add(alphabet.lang == "hi" ? in_devanagari(reading) : reading);
  }
  auto found = readings.take();
  std::erase_if(found,
                [](const std::string& reading) { return has_letters_of(reading, USCRIPT_LATIN); });
  return found;
}

std::vector<std::string> to_latin(std::string_view text) {
  Spellings readings(text);
  const auto word =
      with_word_edges(has_letters_of(text, USCRIPT_GREEK) ? fold(text) : std::string(text));
  readings.add(rewritten(word, {}, kToLatin));
  readings.add(by_icu("Any-Latin; Latin-ASCII", text));
  readings.add(rewritten(word, kToLatinOtherwise, kToLatin));
  return readings.take();
}

bool is_written_in_latin(std::string_view lang) {
  static constexpr std::string_view kNotInLatin[] = {"ar", "fa", "he", "th", "zh", "ja", "ko"};
  const auto base = language_candidates(lang).back();
  return std::find(std::begin(kNotInLatin), std::end(kNotInLatin), base) == std::end(kNotInLatin);
}

}  // namespace

std::vector<std::string> transliterated(std::string_view text, std::string_view lang) {
  if (text.size() > kLongestText || !is_valid_utf8(text)) return {};
  const auto small = caseless(text);
  if (const auto* alphabet = alphabet_of(lang))
    return has_letters_of(small, USCRIPT_LATIN) ? from_latin(small, *alphabet)
                                                : std::vector<std::string>();
  const bool foreign =
      has_letters_of(small, USCRIPT_CYRILLIC) || has_letters_of(small, USCRIPT_GREEK);
  return foreign && is_written_in_latin(lang) ? to_latin(small) : std::vector<std::string>();
}

}  // namespace kb::text
