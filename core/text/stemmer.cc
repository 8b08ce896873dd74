#include "core/text/stemmer.h"

#include <libstemmer.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <hunspell.hxx>

#include "core/base/content_hash.h"
#include "core/base/durable_file.h"
#include "core/text/fold.h"
#include "core/text/language.h"
#include "core/text/light_stemmers.h"
#include "core/text/restored_endings.h"

namespace kb::text {
namespace {

struct Algorithm {
  std::string_view lang;
  const char* name;
};
constexpr std::array kSnowball = {
    Algorithm{"ar", "arabic"},    Algorithm{"ca", "catalan"},    Algorithm{"da", "danish"},
    Algorithm{"de", "german"},    Algorithm{"el", "greek"},      Algorithm{"en", "english"},
    Algorithm{"es", "spanish"},   Algorithm{"eu", "basque"},     Algorithm{"fi", "finnish"},
    Algorithm{"fr", "french"},    Algorithm{"ga", "irish"},      Algorithm{"hi", "hindi"},
    Algorithm{"hu", "hungarian"}, Algorithm{"hy", "armenian"},   Algorithm{"id", "indonesian"},
    Algorithm{"it", "italian"},   Algorithm{"lt", "lithuanian"}, Algorithm{"nb", "norwegian"},
    Algorithm{"ne", "nepali"},    Algorithm{"nl", "dutch"},      Algorithm{"nn", "norwegian"},
    Algorithm{"no", "norwegian"}, Algorithm{"pt", "portuguese"}, Algorithm{"ro", "romanian"},
    Algorithm{"ru", "russian"},   Algorithm{"sv", "swedish"},    Algorithm{"ta", "tamil"},
    Algorithm{"tr", "turkish"},   Algorithm{"yi", "yiddish"},
};

// Where Snowball has no algorithm and the dictionary measurably helps.
constexpr std::array kHunspell = {
    Algorithm{"pl", "/usr/share/hunspell/pl_PL"},
};

struct Light {
  std::string_view lang;
  const char* name;
  std::string (*stem)(std::string_view word);
};
// Serbian too, though Snowball has it: 97 of 100 pairs of forms meet instead of 73.
constexpr std::array kLight = {
    Light{"bg", "bulgarian", bulgarian_stem}, Light{"bs", "croatian", croatian_stem},
    Light{"hr", "croatian", croatian_stem},   Light{"sh", "croatian", croatian_stem},
    Light{"cs", "czech", czech_stem},         Light{"fa", "persian", persian_stem},
    Light{"he", "hebrew", hebrew_stem},       Light{"ko", "korean", korean_stem},
    Light{"pl", "polish", polish_stem},       Light{"sk", "slovak", slovak_stem},
    Light{"sr", "croatian", croatian_stem},   Light{"uk", "ukrainian", ukrainian_stem},
};
constexpr int kLightVersion = 1;  // raised whenever a light stemmer gives another stem

template <class Table>
const typename Table::value_type* find(const Table& table, std::string_view lang) {
  for (const auto& candidate : language_candidates(lang))
    for (const auto& row : table)
      if (row.lang == candidate) return &row;
  return nullptr;
}

std::string with_replaced(std::string_view word, std::string_view from, std::string_view to) {
  std::string out(word);
  for (auto at = out.find(from); at != std::string::npos; at = out.find(from, at + to.size()))
    out.replace(at, from.size(), to);
  return out;
}

// Where an ending that has come off leaves another, so that stemming the stem makes more forms of a
// word meet (Arabic: 84 of 100 pairs instead of 60, Turkish 90 instead of 76) …
constexpr std::array<std::string_view, 4> kHidingEndings = {"ar", "el", "hu", "tr"};
// … or does so in words without their diacritics (French: 84 of 100 pairs instead of 76).
constexpr std::array<std::string_view, 3> kHidingBareEndings = {"fr", "pt", "ro"};

// Where inflection changes the very letters that have the diacritics (plată, plăți; opção, opções):
// without them more forms meet (Romanian: 76 of 100 pairs instead of 53, Portuguese 95, not 78).
constexpr std::array<std::string_view, 2> kChangingLetters = {"pt", "ro"};

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& languages, std::string_view lang) {
  return std::find(languages.begin(), languages.end(), lang) != languages.end();
}

class SnowballStemmer final : public Stemmer {
 public:
  SnowballStemmer(std::string_view lang, const char* name)
      : lang_(language_candidates(lang).back()),
        stemmer_(sb_stemmer_new(name, "UTF_8"), &sb_stemmer_delete),
        romanian_(std::string_view(name) == "romanian"),
        russian_(std::string_view(name) == "russian") {}

  std::string stem(std::string_view word) override {
    if (is_in(kChangingLetters, lang_)) return fold(stem_folded(fold(word)));
    return stem_in_rounds(word);
  }

  std::string stem_folded(std::string_view folded) override {
    const std::string stemmed = stem_in_rounds(with_restored_ending(folded, lang_));
    return is_in(kHidingBareEndings, lang_) ? stem_once(stemmed) : stemmed;
  }

 private:
  std::string stem_in_rounds(std::string_view word) {
    const std::string stemmed = stem_once(word);
    return is_in(kHidingEndings, lang_) ? stem_once(stemmed) : stemmed;
  }

  std::string stem_once(std::string_view word) {
    const std::lock_guard lock(mutex_);
    const std::string input = as_the_algorithm_spells(word);
    const sb_symbol* out =
        sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(input.data()),
                        static_cast<int>(input.size()));
    if (out == nullptr) return std::string(word);
    std::string stemmed(reinterpret_cast<const char*>(out),
                        static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    return romanian_ ? with_replaced(with_replaced(stemmed, "ş", "ș"), "ţ", "ț") : stemmed;
  }

  // Snowball 2.2 knows Romanian with cedillas only, and its Russian endings without ё.
  std::string as_the_algorithm_spells(std::string_view word) const {
    if (romanian_) return with_replaced(with_replaced(word, "ș", "ş"), "ț", "ţ");
    if (russian_) return with_replaced(word, "ё", "е");
    return std::string(word);
  }

  const std::string lang_;
  std::mutex mutex_;
  std::unique_ptr<sb_stemmer, decltype(&sb_stemmer_delete)> stemmer_;
  bool romanian_;
  bool russian_;
};

// A dictionary and the way into its encoding, which may be an 8-bit one (Polish: ISO-8859-2).
class Dictionary {
 public:
  explicit Dictionary(const std::string& path)
      : hunspell_((path + ".aff").c_str(), (path + ".dic").c_str()) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(hunspell_.get_dict_encoding().c_str(), &status));
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr,
                          &status);
  }

  std::string stem(std::string_view word) {
    const std::string encoded = encode(word);
    if (encoded.empty()) return std::string(word);
    const auto stems = hunspell_.stem(encoded);
    return stems.empty() ? std::string(word) : decode(stems.front());
  }

 private:
  // Empty where the encoding lacks a letter of the word.
  std::string encode(std::string_view word) {
    const auto source = icu::UnicodeString::fromUTF8(
        icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
    UErrorCode status = U_ZERO_ERROR;
    std::string out(word.size() * 4 + 8, '\0');
    const auto size =
        ucnv_fromUChars(converter_.get(), out.data(), static_cast<int32_t>(out.size()),
                        source.getBuffer(), source.length(), &status);
    if (U_FAILURE(status)) return {};
    out.resize(static_cast<std::size_t>(size));
    return out;
  }

  std::string decode(const std::string& word) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text(word.data(), static_cast<int32_t>(word.size()), converter_.get(),
                                  status);
    std::string out;
    icu::UnicodeString(text).foldCase().toUTF8String(out);
    return out;
  }

  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };

  Hunspell hunspell_;
  std::unique_ptr<UConverter, Close> converter_;
};

class LightStemmer final : public Stemmer {
 public:
  explicit LightStemmer(const Light& light) : light_(light) {}
  std::string stem(std::string_view word) override { return light_.stem(word); }

 private:
  const Light& light_;
};

// Loading a dictionary takes 140 ms and more: it waits for the first word. What the dictionary says
// goes through the light stemmer: it takes most adjectives as words of their own (98 of 100 pairs
// of forms meet, of 81 by the dictionary alone and 95 by the light stemmer alone).
class HunspellStemmer final : public Stemmer {
 public:
  explicit HunspellStemmer(std::string path) : path_(std::move(path)) {}

  std::string stem(std::string_view word) override {
    const std::lock_guard lock(mutex_);
    if (!dictionary_) dictionary_ = std::make_unique<Dictionary>(path_);
    return polish_stem(dictionary_->stem(word));
  }

  // A dictionary does not know words without their diacritics.
  std::string stem_folded(std::string_view folded) override { return polish_stem(folded); }

 private:
  const std::string path_;
  std::mutex mutex_;
  std::unique_ptr<Dictionary> dictionary_;
};

bool is_installed(const Algorithm& dictionary) {
  return std::filesystem::exists(std::string(dictionary.name) + ".dic");
}

std::unique_ptr<Stemmer> make_stemmer(std::string_view lang) {
  if (const auto* row = find(kSnowball, lang))
    return std::make_unique<SnowballStemmer>(lang, row->name);
  if (const auto* row = find(kHunspell, lang); row && is_installed(*row))
    return std::make_unique<HunspellStemmer>(row->name);
  if (const auto* row = find(kLight, lang)) return std::make_unique<LightStemmer>(*row);
  return nullptr;
}

}  // namespace

Stemmer* Stemmers::of(std::string_view lang) {
  const std::lock_guard lock(mutex_);
  auto found = by_language_.find(lang);
  if (found == by_language_.end())
    found = by_language_.emplace(std::string(lang), make_stemmer(lang)).first;
  return found->second.get();
}

std::string Stemmers::fingerprint(std::string_view lang) {
  if (const auto* row = find(kSnowball, lang)) return "snowball-2.2/" + std::string(row->name);
  std::string print;
  if (const auto* row = find(kHunspell, lang)) {
    const auto affixes = read_file(std::string(row->name) + ".aff");
    const auto words = read_file(std::string(row->name) + ".dic");
    if (affixes && words) print = "hunspell/" + content_hash(*affixes + *words) + " ";
  }
  if (const auto* row = find(kLight, lang))
    print += "light-" + std::to_string(kLightVersion) + "/" + row->name;
  return print.empty() ? "none" : print;
}

}  // namespace kb::text
