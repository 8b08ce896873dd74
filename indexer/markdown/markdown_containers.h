// Admonitions, videos and agents' asides as writers mark them, `:::note` … `:::`, turned into
// marks that survive Markdown parsing: a comment with a control character, which no text can hold.
//
//   Containers containers = mark_containers(source);      // source: "<!--\x01"
//   "0-->\nText\n<!--\x01…" const ContainerMark* mark = containers.find(html_block_text);
//
// Marks inside code are put back by restore(). Lines stay where they were. Containers without an
// end, end with the document, told by `unclosed`. Values; a pure function, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

struct ContainerMark {
  bool closes = false;
  std::size_t opened_by = 0;  // of a closing one: the number of the mark that it ends
  std::string name;           // in lower case: "note"
  std::string title;          // may be empty
  std::string target;         // the first word after the name: a video's URL
  int line = 0;               // from 0
  std::string written;        // as it stood in the source, for code
};

class Containers {
 public:
  // Replaces the lines that open and close containers in `source`, outside of code.
  friend Containers mark_containers(std::string& source);

  const ContainerMark& operator[](std::size_t number) const { return marks_[number]; }

  // The number of the mark that an HTML block holds; npos if it is none.
  std::size_t find(std::string_view html_block) const;
  std::string restore(std::string_view code) const;
  std::vector<std::size_t> unclosed() const;

  static constexpr std::size_t npos = static_cast<std::size_t>(-1);

 private:
  std::vector<ContainerMark> marks_;
};

Containers mark_containers(std::string& source);

}  // namespace kb
