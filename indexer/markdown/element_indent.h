// Removes the indentation that writers give to what stands inside an element: MDX ignores it, while
// Markdown takes four columns for code.
//
//   remove_element_indent("<Tabs>\n  <TabItem>\n    Press **Save**.\n  </TabItem>\n</Tabs>")
//                                   -> "<Tabs>\n<TabItem>\nPress **Save**.\n</TabItem>\n</Tabs>"
//
// Only elements whose tags stand on lines of their own, outside code fences. Lines stay where they
// were. Linear in the source. A pure function, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

std::string remove_element_indent(std::string_view source);

}  // namespace kb
