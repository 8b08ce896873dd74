#include "core/text/plain_form.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <algorithm>

namespace kb::text {
namespace {

constexpr UChar32 kReplacement = 0xFFFD;

// Letters that are what they look like; most text is made of these.
bool stays(UChar32 c) {
  return (c >= 0xC0 && c < 0x132 && c != 0xD7) || (c >= 0x134 && c < 0x13F) ||
         (c >= 0x141 && c < 0x149) || (c >= 0x14A && c < 0x17F) || (c >= 0x400 && c < 0x530);
}

// What a single character is for a scanner: nothing, one character, or the several of its NFKC.
class Folding {
 public:
  Folding() {
    UErrorCode status = U_ZERO_ERROR;
    nfkc_ = icu::Normalizer2::getNFKCInstance(status);
  }

  UChar32 composed(UChar32 before, UChar32 mark) const {
    return nfkc_ && before >= 0 && u_getCombiningClass(mark) != 0 ? nfkc_->composePair(before, mark)
                                                                  : U_SENTINEL;
  }

  icu::UnicodeString of(UChar32 c) const {
    if (const UChar32 simple = simplified(c); simple != c) return single(simple);
    UErrorCode status = U_ZERO_ERROR;
    if (!nfkc_ || nfkc_->isNormalized(single(c), status)) return single(c);
    const icu::UnicodeString normal = nfkc_->normalize(single(c), status);
    icu::UnicodeString out;
    for (int32_t i = 0; U_SUCCESS(status) && i < normal.length(); i = normal.moveIndex32(i, 1))
      if (const UChar32 simple = simplified(normal.char32At(i)); simple >= 0) out.append(simple);
    return U_SUCCESS(status) ? out : single(c);
  }

 private:
  static icu::UnicodeString single(UChar32 c) {
    return c < 0 ? icu::UnicodeString() : icu::UnicodeString(c);
  }

  // U_SENTINEL for what is not seen.
  static UChar32 simplified(UChar32 c) {
    if (c < 0x80) return c;
    if (c == 0x2019 || c == 0x02BC) return '\'';
    if (c == 0x2212 || c == 0x2043) return '-';
    if (c == 0x2028 || c == 0x2029 || c == 0x85) return '\n';
    switch (u_charType(c)) {
      case U_DECIMAL_DIGIT_NUMBER:
        return '0' + u_charDigitValue(c);
      case U_SPACE_SEPARATOR:
        return ' ';
      case U_DASH_PUNCTUATION:
        return '-';
      case U_FORMAT_CHAR:
        return U_SENTINEL;
      default:
        return c;
    }
  }

  const icu::Normalizer2* nfkc_ = nullptr;
};

std::size_t ascii_run(std::string_view text, std::size_t from) {
  std::size_t i = from;
  while (i < text.size() && static_cast<signed char>(text[i]) >= 0) ++i;
  return i - from;
}

void append(std::string& out, UChar32 c) {
  char bytes[U8_MAX_LENGTH];
  int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(bytes, static_cast<std::size_t>(size));
}

class Builder {
 public:
  explicit Builder(std::string_view text) : text_(text) { plain_.text.reserve(text.size()); }

  PlainForm build() && {
    while (at_ < text_.size()) {
      if (const auto run = ascii_run(text_, at_); run > 0)
        keep(run, static_cast<unsigned char>(text_[at_ + run - 1]));
      else
        take_character();
    }
    return std::move(plain_);
  }

 private:
  void keep(std::size_t bytes, UChar32 last) {
    plain_.text.append(text_, at_, bytes);
    at_ += bytes;
    last_ = last;
    const auto size = static_cast<std::size_t>(U8_LENGTH(last));
    last_plain_ = plain_.text.size() - size;
    last_original_ = at_ - size;
  }

  void take_character() {
    const auto* bytes = reinterpret_cast<const uint8_t*>(text_.data());
    auto next = static_cast<int64_t>(at_);
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, next, static_cast<int64_t>(text_.size()), c);
    const std::size_t end = static_cast<std::size_t>(next);
    if (stays(c)) return keep(end - at_, c);
    if (const UChar32 both = folding_.composed(last_, c); both >= 0) return compose(both, end);
    const icu::UnicodeString folded = folding_.of(c);
    const bool same = folded.length() > 0 && folded.char32At(0) == c && c != kReplacement &&
                      folded.length() == U16_LENGTH(c);
    if (same) return keep(end - at_, c);
    const std::size_t begin = plain_.text.size();
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1))
      append(plain_.text, folded.char32At(i));
    edit(begin, at_, end);
    last_ = folded.length() == 1 ? folded.char32At(0) : U_SENTINEL;
    last_plain_ = begin;
    last_original_ = at_;
    at_ = end;
  }

  // The last character and a mark on it are one.
  void compose(UChar32 both, std::size_t end) {
    if (!plain_.edits.empty() && plain_.edits.back().begin == last_plain_) plain_.edits.pop_back();
    plain_.text.resize(last_plain_);
    append(plain_.text, both);
    edit(last_plain_, last_original_, end);
    last_ = both;
    at_ = end;
  }

  void edit(std::size_t begin, std::size_t original_begin, std::size_t original_end) {
    plain_.edits.push_back(
        {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(plain_.text.size()),
         static_cast<std::uint32_t>(original_begin), static_cast<std::uint32_t>(original_end)});
  }

  std::string_view text_;
  Folding folding_;
  PlainForm plain_;
  std::size_t at_ = 0;
  UChar32 last_ = U_SENTINEL;  // the last character written, where a mark may join it
  std::size_t last_plain_ = 0, last_original_ = 0;
};

}  // namespace

ByteRange PlainForm::original(ByteRange range) const {
  const auto after_begin = std::ranges::upper_bound(edits, range.begin, {}, &Edit::begin);
  const auto after_end = std::ranges::lower_bound(edits, range.end, {}, &Edit::begin);
  ByteRange found = range;
  if (after_begin != edits.begin()) {
    const Edit& edit = *(after_begin - 1);
    found.begin =
        range.begin < edit.end ? edit.original_begin : edit.original_end + (range.begin - edit.end);
  }
  if (after_end != edits.begin()) {
    const Edit& edit = *(after_end - 1);
    found.end =
        range.end <= edit.end ? edit.original_end : edit.original_end + (range.end - edit.end);
  }
  return found;
}

PlainForm plain_form(std::string_view text) {
  if (ascii_run(text, 0) == text.size()) return PlainForm{std::string(text), {}};
  return Builder(text).build();
}

}  // namespace kb::text
