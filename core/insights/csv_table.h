// A table as CSV (RFC 4180) that is safe to open in a spreadsheet.
//
//   CsvTable table({"topic", "tickets"});
//   table.add({"=HYPERLINK(…)", "12"});
//   table.text()              // topic,tickets\r\n'=HYPERLINK(…),12\r\n
//
// Spreadsheets may run a cell that begins with = + - @, a tab or a line's end as a formula: such a
// cell gets a ' in front. A value type for one thread.

#pragma once

#include <cstdint>
#include <optional>
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

// A number as text for a cell: with a point, and six digits after it at most, since more would only
// seem exact. What is not known is empty.
std::string csv_number(std::int64_t number);
std::string csv_number(double number);
template <class T>
std::string csv_number(const std::optional<T>& maybe) {
  return maybe ? csv_number(*maybe) : std::string();
}

}  // namespace kb::insights
