// Whether a text is well-formed XML, as far as the documents that the server writes go: tests only.
//
//   EXPECT_EQ(xml_problem(answer.body), "");          // "</b> closes <a>", "a bare &" …
//   texts_of(xml, "loc")                              // the text of each such element, decoded
//
// Knows elements, quoted attributes, text and the declaration; no comments, no CDATA. Pure.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb {

// What is wrong first; empty: nothing.
std::string xml_problem(std::string_view xml);

std::vector<std::string> texts_of(std::string_view xml, std::string_view element);

}  // namespace kb
