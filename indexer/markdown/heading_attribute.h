// The ids that writers give to headings: `## How long? {#how-long .wide}`.
//
//   HeadingAttributes ids = take_heading_attributes(source);     // source: "## How long?"
//   ids[0]                                                       -> "how-long", by line, from 0
//
// The braces go from the source, also when they hold no id or one that is not fit to be one. Lines
// stay where they were. A pure function, thread-safe.

#pragma once

#include <string>
#include <unordered_map>

namespace kb {

using HeadingAttributes = std::unordered_map<int, std::string>;

HeadingAttributes take_heading_attributes(std::string& source);

}  // namespace kb
