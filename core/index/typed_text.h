// What somebody has typed so far, as suggestions look at it.
//
//   TypedText typed = read_typed("Reset pass", analyser);
//   typed.words[1].plain   // "pass"
//   typed.is_closed        // false: "pass" may go on
//
// The analyser finds the words, as it does in articles. Plain value; reading never fails: a text
// without words has none.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/analyser.h"

namespace kb::index {

struct TypedWord {
  std::string plain;        // as suggestion_word() has it
  std::uint32_t begin = 0;  // bytes into the text
};

struct TypedText {
  std::string text;  // at most 200 bytes of it, without the space before it
  std::vector<TypedWord> words;
  bool is_closed = false;  // something follows the last word: that is whole

  // All words in one: what is written together here may be apart there.
  std::string run_together() const;
};

TypedText read_typed(std::string_view text, text::Analyser& analyser);

}  // namespace kb::index
