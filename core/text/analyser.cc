#include "core/text/analyser.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uversion.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "core/text/chinese_scripts.h"
#include "core/text/language.h"
#include "core/text/normal_form.h"
#include "core/text/spelling_variants.h"
#include "core/text/word_joints.h"

namespace kb::text {
namespace {

constexpr int kVersion = 3;  // raised whenever the code here changes what comes out

// Above this a "word" is data (base64, a key): indexed by its beginning, not stemmed.
constexpr std::size_t kLongestWord = 60;
constexpr std::size_t kCachedWords = 50'000;
constexpr std::size_t kMostPieces = 6;  // of one joined word

// Languages that write articles and prepositions onto the word: l'ordine, dell'account, l'eau.
constexpr std::array<std::string_view, 3> kElides = {"it", "fr", "ca"};
constexpr std::array<std::string_view, 2> kChinese = {"zh", "yue"};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& languages, std::string_view lang) {
  return std::find(languages.begin(), languages.end(), lang) != languages.end();
}

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

bool has_digit(std::string_view word) {
  return word.find_first_of("0123456789") != std::string_view::npos;
}

bool has_letter(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
  });
}

}  // namespace

class Analyser::Impl {
 public:
  Impl(std::string_view lang, Stemmers& stemmers)
      : base_(language_candidates(lang).back()),
        stemmer_(stemmers.of(lang)),
        spelling_(lang),
        elides_(is_one_of(kElides, base_)),
        chinese_(is_one_of(kChinese, base_)) {
    if (chinese_) simplified(u'一');  // makes its table now, not during a query
    UErrorCode status = U_ZERO_ERROR;
    breaker_.reset(icu::BreakIterator::createWordInstance(
        icu::Locale::forLanguageTag(std::string(lang), status), status));
  }

  const std::vector<Word>& analyse(std::string_view text) {
    words_.clear();
    joined_.clear();
    run_ = 0;
    to_utf16(text);
    breaker_->setText(utf16_);
    int32_t begin = breaker_->first();
    for (int32_t end = breaker_->next(); end != icu::BreakIterator::DONE;
         begin = end, end = breaker_->next()) {
      if (breaker_->getRuleStatus() < UBRK_WORD_NONE_LIMIT) continue;
      add(text, byte_of_[static_cast<std::size_t>(begin)], byte_of_[static_cast<std::size_t>(end)]);
    }
    join_run(text);
    return words_;
  }

  const std::vector<Word>& joined() const { return joined_; }

  bool has_stemmer() const { return stemmer_ != nullptr; }

  void trim() {
    if (cache_.size() > kCachedWords) cache_.clear();
  }

 private:
  struct Part {
    std::uint32_t begin;  // bytes in the word
    std::uint32_t end;
    const WordForms* forms;
  };
  // What ICU found between two breaks.
  struct Segment {
    WordForms forms;          // of all of it
    std::vector<Part> parts;  // empty where it is one word
  };

  // ICU breaks UTF-16; byte_of_ leads back. Chinese is broken in Simplified characters, so that
  // both scripts come in the same words.
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
    if (chinese_) std::transform(out, out + length, out, simplified);
    byte_of_.push_back(static_cast<std::uint32_t>(text.size()));
    utf16_.releaseBuffer(length);
  }

  void add(std::string_view text, std::uint32_t begin, std::uint32_t end) {
    const Segment& segment = segment_of(text.substr(begin, end - begin));
    if (segment.parts.empty()) return push(text, {begin, end, &segment.forms}, false);
    bool within = false;
    for (const auto& part : segment.parts) {
      push(text, {begin + part.begin, begin + part.end, part.forms}, within);
      within = true;
    }
  }

  // `within`: in one segment with the word before. Letters that nobody sees (a Hangul filler) leave
  // nothing to find.
  void push(std::string_view text, const Word& word, bool within) {
    if (word.forms->surface.empty()) return;
    if (!words_.empty()) {
      const auto last = words_.back().end;
      const bool linked =
          last == word.begin ? within : is_joint(text.substr(last, word.begin - last));
      if (!linked) join_run(text);
    }
    words_.push_back(word);
    ++run_;
  }

  // The run of pieces that ends here, as one word.
  void join_run(std::string_view text) {
    const std::size_t run = std::exchange(run_, 0);
    if (run < 2 || run > kMostPieces) return;
    const auto pieces = words_.end() - static_cast<std::ptrdiff_t>(run);
    std::string whole;
    for (auto piece = pieces; piece != words_.end(); ++piece)
      whole += text.substr(piece->begin, piece->end - piece->begin);
    if (whole.size() > kLongestWord || !has_letter(whole) || !may_be_joined(whole)) return;
    const WordForms& forms = segment_of(whole).forms;
    if (!forms.surface.empty()) joined_.push_back({pieces->begin, words_.back().end, &forms});
  }

  const Segment& segment_of(std::string_view word) {
    if (const auto found = cache_.find(word); found != cache_.end()) return found->second;
    Segment segment{make_forms(word), {}};
    if (word.size() <= kLongestWord)
      for (const auto& piece : pieces_of(word, elides_)) {
        const auto text = word.substr(piece.begin, piece.end - piece.begin);
        segment.parts.push_back({piece.begin, piece.end, &segment_of(text).forms});
      }
    return cache_.emplace(std::string(word), std::move(segment)).first->second;
  }

  WordForms make_forms(std::string_view word) const {
    WordForms forms;
    forms.surface = spelling_.surface(utf8_prefix(word, kLongestWord));
    forms.folded = spelling_.folded(forms.surface);
    forms.stem = forms.surface;
    forms.folded_stem = forms.folded;
    // Data and codes have no inflections.
    if (stemmer_ == nullptr || word.size() > kLongestWord || has_digit(forms.surface)) return forms;
    if (auto stem = stemmer_->stem(forms.surface); !stem.empty()) forms.stem = std::move(stem);
    if (auto stem = spelling_.folded(stemmer_->stem_folded(forms.folded)); !stem.empty())
      forms.folded_stem = std::move(stem);
    return forms;
  }

  const std::string base_;
  Stemmer* stemmer_;
  SpellingVariants spelling_;
  bool elides_;
  bool chinese_;
  std::unique_ptr<icu::BreakIterator> breaker_;
  icu::UnicodeString utf16_;
  std::vector<std::uint32_t> byte_of_;
  std::vector<Word> words_;
  std::vector<Word> joined_;
  std::size_t run_ = 0;  // how many of the last words are written without a space
  std::unordered_map<std::string, Segment, Hash, std::equal_to<>> cache_;
};

Analyser::Analyser(std::string_view lang, Stemmers& stemmers)
    : impl_(std::make_unique<Impl>(lang, stemmers)) {}
Analyser::~Analyser() = default;
Analyser::Analyser(Analyser&&) noexcept = default;

const std::vector<Word>& Analyser::analyse(std::string_view text) {
  return impl_->analyse(text);
}
const std::vector<Word>& Analyser::joined() const {
  return impl_->joined();
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
