#include "core/insights/csv_table.h"

#include <array>
#include <cstdio>

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

std::string csv_number(std::int64_t number) {
  return std::to_string(number);
}

std::string csv_number(double number) {
  std::array<char, 400> digits{};  // room for any double
  const int length = std::snprintf(digits.data(), digits.size(), "%.6f", number);
  std::string text(digits.data(), static_cast<std::size_t>(length));
  text.erase(text.find_last_not_of('0') + 1);
  if (text.ends_with('.')) text.pop_back();
  return text;
}

}  // namespace kb::insights
