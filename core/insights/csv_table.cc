#include "core/insights/csv_table.h"

namespace kb::insights {
namespace {

// "-0.05" is a number for every spreadsheet.
bool is_negative_number(std::string_view text) {
  return text.size() > 1 && text.front() == '-' &&
         text.find_first_not_of("0123456789.", 1) == text.npos;
}

bool is_formula(std::string_view text) {
  return !text.empty() && !is_negative_number(text) &&
         std::string_view("=+-@\t\r\n").find(text.front()) != text.npos;
}

}  // namespace

std::string csv_cell(std::string_view text) {
  const bool quoted = text.find_first_of(",\"\r\n") != text.npos;
  std::string cell = quoted ? "\"" : "";
  if (is_formula(text)) cell += '\'';
  for (const char c : text) {
    if (c == '"') cell += '"';
    cell += c;
  }
  if (quoted) cell += '"';
  return cell;
}

void CsvTable::add(const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) text_ += ',';
    text_ += csv_cell(cells[i]);
  }
  text_ += "\r\n";
}

}  // namespace kb::insights
