#include "core/text/analyser.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "core/text/fold.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"

namespace kb::text {
namespace {

constexpr int kVersion = 2;  // raised whenever the code here changes what comes out

// Above this a "word" is data (base64, a key): indexed by its beginning, not stemmed.
constexpr std::size_t kLongestWord = 60;
constexpr std::size_t kCachedWords = 50'000;

// Languages that write articles and prepositions onto the word: l'ordine, dell'account, l'eau.
constexpr std::array<std::string_view, 3> kElides = {"it", "fr", "ca"};

bool elides(std::string_view lang) {
  for (const auto language : kElides)
    if (language_candidates(lang).back() == language) return true;
  return false;
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

}  // namespace

class Analyser::Impl {
 public:
  Impl(std::string_view lang, Stemmers& stemmers)
      : stemmer_(stemmers.of(lang)),
        elides_(elides(lang)),
        romanian_(language_candidates(lang).back() == "ro") {
    UErrorCode status = U_ZERO_ERROR;
    breaker_.reset(icu::BreakIterator::createWordInstance(
        icu::Locale::forLanguageTag(std::string(lang), status), status));
  }

  const std::vector<Word>& analyse(std::string_view text) {
    words_.clear();
    to_utf16(text);
    breaker_->setText(utf16_);
    int32_t begin = breaker_->first();
    for (int32_t end = breaker_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaker_->next()) {
      if (breaker_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      add(text, byte_of_[static_cast<std::size_t>(begin)], byte_of_[static_cast<std::size_t>(end)]);
    }
    return words_;
  }

  bool has_stemmer() const { return stemmer_ != nullptr; }

  void trim() {
    if (cache_.size() > kCachedWords) cache_.clear();
  }

 private:
  // ICU breaks UTF-16; byte_of_ leads back.
  void to_utf16(std::string_view text) {
    byte_of_.clear();
    byte_of_.reserve(text.size() + 1);
    utf16_.remove();
    char16_t* out = utf16_.getBuffer(static_cast<int32_t>(text.size()) + 1);
    int32_t length = 0;
    const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    for (int32_t i = 0; i < size;) {
      const auto at = static_cast<std::uint32_t>(i);
      UChar32 c = 0;
      U8_NEXT_OR_FFFD(bytes, i, size, c);
      byte_of_.push_back(at);
      if (c > 0xFFFF) byte_of_.push_back(at);
      U16_APPEND_UNSAFE(out, length, c);
    }
    byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
    utf16_.releaseBuffer(length);
  }

  void add(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    if (elides_) {
      const auto word = text.substr(begin, end - begin);
      const auto typewriter = word.find('\'');
      const auto typographic = word.find("’");
      const auto at = std::min(typewriter, typographic);
      if (at != std::string_view::npos && at > 0) {
        const auto size = static_cast<std::uint32_t>(at == typewriter ? 1 : 3);
        const auto apostrophe = begin + static_cast<std::uint32_t>(at);
        push(text, begin, apostrophe);
        if (apostrophe + size < end) add(text, apostrophe + size, end);
        return;
      }
    }
    push(text, begin, end);
  }

  // Letters that nobody sees (a Hangul filler) leave nothing to find.
  void push(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const WordForms* forms = forms_of(text.substr(begin, end - begin));
    if (!forms->surface.empty()) words_.push_back({begin, end, forms});
  }

  const WordForms* forms_of(std::string_view word) {
    if (const auto found = cache_.find(word); found != cache_.end()) return &found->second;
    return &cache_.emplace(std::string(word), make_forms(word)).first->second;
  }

  WordForms make_forms(std::string_view word) const {
    WordForms forms;
    forms.surface = caseless(utf8_prefix(word, kLongestWord));
    replace_all(forms.surface, "’", "'");
    replace_all(forms.surface, "i\u0307", "i");  // of the Turkish İ, whose small letter is i
    if (romanian_) {  // older keyboards have cedillas; the comma is the right letter
      replace_all(forms.surface, "ş", "ș");
      replace_all(forms.surface, "ţ", "ț");
    }
    const bool data = word.size() > kLongestWord;
    forms.stem = stemmer_ && !data ? stemmer_->stem(forms.surface) : forms.surface;
    if (forms.stem.empty()) forms.stem = forms.surface;
    forms.folded = fold(forms.surface);
    if (forms.folded.empty()) forms.folded = forms.surface;
    forms.folded_stem = fold(forms.stem);
    if (forms.folded_stem.empty()) forms.folded_stem = forms.stem;
    return forms;
  }

  Stemmer* stemmer_;
  bool elides_;
  bool romanian_;
  std::unique_ptr<icu::BreakIterator> breaker_;
  icu::UnicodeString utf16_;
  std::vector<std::uint32_t> byte_of_;
  std::vector<Word> words_;
  std::unordered_map<std::string, WordForms, Hash, std::equal_to<>> cache_;
};

Analyser::Analyser(std::string_view lang, Stemmers& stemmers)
    : impl_(std::make_unique<Impl>(lang, stemmers)) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;

const std::vector<Word>& Analyser::analyse(std::string_view text) {
  return impl_->analyse(text);
}
bool Analyser::has_stemmer() const {
  return impl_->has_stemmer();
}
void Analyser::trim() {
  impl_->trim();
}

std::string Analyser::fingerprint(std::string_view lang) {
  return "analyser-" + std::to_string(kVersion) + " icu-" U_ICU_VERSION " " +
         Stemmers::fingerprint(lang);
}

}  // namespace kb::text
