// A table for a terminal: columns as wide as they must be, numbers at the right.
//
//   TextTable table({"", "now", "before"});        // the first column stands left, others right
//   table.add({"Arrived", "120", "98"});
//   table.text()
//
// A cell is one line: control characters in it become spaces, so that no ticket can steer the
// terminal. Width counts code points. A value type for one thread.

#pragma once

#include <string>
#include <vector>

namespace kb::insights {

class TextTable {
 public:
  explicit TextTable(std::vector<std::string> header) { add(std::move(header)); }

  void add(std::vector<std::string> cells);
  std::string text() const;  // lines, each indented by two

 private:
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace kb::insights
