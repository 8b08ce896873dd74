// A message line by line, each with a form to compare: trimmed, caseless, without diacritics.
//
//   MailLines lines = mail_lines("Grüße,\n  Anna");
//   lines[0].folded                                      // "grusse,"
//   starts_with_word(lines[0].folded, "grusse")          // true: no letter follows
//
// The tables of what mail programs and people write around a message are folded alike (folded()).
// Views of the message, which must stay. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::tickets {

struct MailLine {
  std::string_view text;
  std::string folded;

  bool is_blank() const { return folded.empty(); }
};
using MailLines = std::vector<MailLine>;

MailLines mail_lines(std::string_view message);
std::string joined(const MailLines& lines);  // no more than one empty line in a row

std::string folded(std::string_view text);
std::vector<std::string> folded_all(std::initializer_list<std::string_view> phrases);

bool starts_with_word(std::string_view folded_text, std::string_view phrase);
std::size_t count_words(std::string_view text);
bool says_something(std::string_view text);  // it has a letter or a digit
bool says_something(const MailLines& lines);

// Whether one of the lines from `begin` on asks or adds something, which no signature does.
bool asks(const MailLines& lines, std::size_t begin);

}  // namespace kb::tickets
