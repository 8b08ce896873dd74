// The sizes beyond which a Markdown source is refused before it is parsed: nobody reads such pages,
// and parsing them takes seconds.
//
//   Result<void> fit = check_markdown_bounds(source, 1);   // ":7: lists nested deeper than 60
//   levels"
//
// At most 1 MiB, 60 levels of quotes and lists, 200 cells in a table's header, 2,000 headings.
// `where` of the Error is ":LINE". Linear in the source. A pure function, thread-safe.

#pragma once

#include <cstddef>
#include <string_view>

#include "core/base/result.h"

namespace kb {

inline constexpr std::size_t kLargestMarkdown = std::size_t{1} << 20;  // bytes

Result<void> check_markdown_bounds(std::string_view source, int first_line);

}  // namespace kb
