// One text made ready for the scanners: its plain form, its words with what they announce, its
// digits, and the placeholders of an earlier redaction, which nobody may touch.
//
//   const Scan scan("Call me: 601 234 567", "en");
//   scan.words[0].cues.has(Cue::phone)      scan.digits.size() == 3
//   scan.nearest_before(9, {Cue::phone, Cue::order}, 4)   -> the set of "Call": {Cue::phone}
//
// Built for one text, then only read. All positions are bytes of `text()`, the plain form.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/redact/cue.h"
#include "core/text/plain_form.h"

namespace kb::redact {

struct Word {  // letters in a row
  std::uint32_t begin = 0, end = 0;
  bool capital = false;     // the first letter
  std::uint8_t phrase = 1;  // words of the phrase that ends here, whose cues are in `cues` too
  CueSet cues;
};

// What stands between digits and the digits before them.
enum class Gap : std::uint8_t { far, tight, space, line };  // tight: one of - . / ( ), also spaced

struct Digits {
  std::uint32_t begin = 0, end = 0;
  Gap gap = Gap::far;

  std::size_t size() const { return end - begin; }
};

class Scan {
 public:
  Scan(std::string_view original, std::string_view lang);

  std::string_view text() const { return plain_.text; }
  std::string_view lang() const { return lang_; }  // "pt" of "pt-BR"
  text::ByteRange original(std::size_t begin, std::size_t end) const;

  std::vector<Word> words;
  std::vector<Digits> digits;
  std::vector<text::ByteRange> placeholders;

  // '\0' outside of the text.
  char at(std::size_t i) const { return i < plain_.text.size() ? plain_.text[i] : '\0'; }
  char before(std::size_t i) const { return i > 0 ? plain_.text[i - 1] : '\0'; }
  std::string_view between(std::size_t begin, std::size_t end) const;

  std::size_t first_word_from(std::size_t at) const;    // index; words.size() if there is none
  std::size_t first_digits_from(std::size_t at) const;  // likewise

  // The cues of the nearest of the `most` words before (after) `at`, on its line, that has any of
  // `wanted`.
  CueSet nearest_before(std::size_t at, CueSet wanted, std::size_t most) const;
  CueSet nearest_after(std::size_t at, CueSet wanted, std::size_t most) const;

  std::size_t line_begin(std::size_t at) const;
  std::size_t line_end(std::size_t at) const;
  bool touches_placeholder(std::size_t begin, std::size_t end) const;
  bool letter_or_digit_before(std::size_t at) const;
  bool letter_or_digit_at(std::size_t at) const;

 private:
  void split();
  std::size_t add_word(std::size_t begin);
  void find_phrases();
  void add_digits(std::size_t begin, std::size_t end);

  text::PlainForm plain_;
  std::string_view lang_;
};

}  // namespace kb::redact
