// A file's bytes made fit to be read as text: valid UTF-8, lines ended by "\n", no control
// characters but tab and newline.
//
//   Result<SourceText> source = clean_source("a\r\nb", 1);     // text: "a\nb"
//
// Fails with the line and byte on what is not UTF-8. NUL becomes U+FFFD, told in `problems`; other
// control characters vanish. Lines stay where they were. A pure function, thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb {

struct SourceText {
  std::string text;
  std::vector<Error> problems;  // `where` is ":LINE"
};

Result<SourceText> clean_source(std::string_view bytes, int first_line);

// Where the Errors of one file point to: ":12".
std::string line_place(int line);

}  // namespace kb
