// A table as CSV (RFC 4180) that is safe to open in a spreadsheet.
//
//   CsvTable table({"topic", "tickets"});
//   table.add({"=HYPERLINK(…)", "12"});
//   table.text()              // topic,tickets\r\n'=HYPERLINK(…),12\r\n
//
// Spreadsheets may run a cell that begins with = + - @, a tab or a line's end as a formula: such a
// cell gets a ' in front. A value type for one thread.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::insights {

class CsvTable {
 public:
  explicit CsvTable(const std::vector<std::string>& header) { add(header); }

  void add(const std::vector<std::string>& cells);
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

std::string csv_cell(std::string_view text);

}  // namespace kb::insights
