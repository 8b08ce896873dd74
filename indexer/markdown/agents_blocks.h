// What only agents may read, `:::agents` … `:::`, taken out of a source before anything parses it.
//
//   PublicSource source = strip_agents_blocks("Ask us.\n:::agents\nOffer 10 %.\n:::\n", …);
//                                                          // text: "Ask us.\n\n\n\n"
//
// When in doubt it hides: in any quote, list or indentation, in any case, with more colons, in a
// fence that never closes; without an end, everything to the end of the file. Only a whole block,
// `:::` and all, inside a closed code fence is an example: `examples`, for the parser to confirm.
// Lines stay where they were. A pure function, thread-safe.

#pragma once

#include <compare>
#include <string>
#include <string_view>
#include <vector>

namespace kb {

enum class FencedAgents { keep, hide };  // a `:::agents` inside a closed code fence

struct LineRange {
  int first = 0;  // from 0
  int last = 0;
  auto operator<=>(const LineRange&) const = default;
};

struct PublicSource {
  std::string text;
  bool has_agents_blocks = false;
  int unclosed_line = -1;           // of the block that has no end, from 0; -1: none
  std::vector<LineRange> examples;  // the fences in which `:::agents` was left as it is
};

PublicSource strip_agents_blocks(std::string_view source, FencedAgents fenced);

}  // namespace kb
