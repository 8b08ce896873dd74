// What writers say of a heading in braces: `## On Android {#on-android .wide applies_to=android}`.
//
//   HeadingAttributes attributes = take_heading_attributes(source);   // source: "## On Android"
//   attributes[0].id                                                  -> "on-android", by line,
//   from 0 attributes[0].applies_to                                          -> {"android"}
//
// The braces go from the source, also when their id is not fit to be one; braces that hold none of
// `#id`, `.class`, `key=value` are text. Lines stay where they were. A pure function, thread-safe.

#pragma once

#include <string>
#include <unordered_map>
#include <vector>

namespace kb {

struct HeadingAttribute {
  std::string id;                       // empty: made from the title
  std::vector<std::string> applies_to;  // as written: "android" or "platform:android"
};

using HeadingAttributes = std::unordered_map<int, HeadingAttribute>;

HeadingAttributes take_heading_attributes(std::string& source);

}  // namespace kb
