// Plain text in the making: one block a line, blanks collapsed, no control characters.
//
//   PlainText text;
//   text.add("Press  **Save**, ");  text.add("then");  text.end_line();  text.add("wait.");
//   text.take()                                 -> "Press **Save**, then\nwait."
//
// first_sentences() cuts a lead from it. Not thread-safe; the function is pure.

#pragma once

#include <string>
#include <string_view>

namespace kb {

class PlainText {
 public:
  void add(std::string_view text);
  void add_lines(std::string_view text);  // each line of it is a line
  void add_space() { gap_ = gap_ == Gap::none ? Gap::space : gap_; }
  void end_line() { gap_ = Gap::line; }
  std::string take() { return std::move(text_); }

 private:
  enum class Gap { none, space, line };

  std::string text_;
  Gap gap_ = Gap::none;  // what goes before the next word
};

// The whole `text` if it has at most `most` characters, else its first sentences that have, else
// its first words and "…". Cuts between characters in scripts that do not space their words.
std::string first_sentences(std::string_view text, std::size_t most);

}  // namespace kb
