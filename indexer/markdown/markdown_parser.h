// GitHub's Markdown, parsed: the one place that knows cmark-gfm.
//
//   Result<std::string> bytes = parse_markdown("Some *text*", std::chrono::seconds{1});
//   MarkdownEvents events(std::move(*bytes));
//
// Tables, strikethrough, autolinks, task lists, footnotes. cmark-gfm has inputs on which it takes
// time quadratic in their length: a source over 24 KiB is parsed in a child process, and fails when
// that takes longer than the limit. Thread-safe.

#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/result.h"

namespace kb {

Result<std::string> parse_markdown(std::string_view source, std::chrono::milliseconds time_limit);

}  // namespace kb
