// The front matter of a help file: the writer's own words about the text, as YAML between `---`.
//
//   Result<FrontMatter> front = read_front_matter(file_text);
//   if (!front) return fail(front.error());                // not YAML: where is ":LINE"
//   std::string_view body = file_text.substr(front->body_offset);
//
// Docusaurus's and Hugo's keys are read as they are, unknown keys are ignored. A key of the wrong
// type is left at its default and told in `problems`; a file without front matter has no problems.
// A pure function, thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/article/article.h"
#include "core/base/result.h"

namespace kb {

struct FrontMatter {
  ArticleFacts facts;
  std::size_t body_offset = 0;  // in bytes: where the Markdown begins in the file's text
  int body_line = 1;            // the line of the file on which it begins
  std::vector<Error> problems;  // `where` is ":LINE", to be put after the file's path
  std::vector<std::pair<std::string, int>> key_lines;  // in the file, from 1

  int line_of(std::string_view key) const;  // 1 for a key that is not there
};

Result<FrontMatter> read_front_matter(std::string_view file_text);

}  // namespace kb
