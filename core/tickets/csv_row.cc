#include "core/tickets/csv_row.h"

#include <algorithm>
#include <array>

#include "core/tickets/ticket_file.h"

namespace kb::tickets {
namespace {

enum class Ends { field, row };

bool at_row_end(InputFile& file) {
  const int c = file.peek();
  if (c == InputFile::kEnd) return true;
  if (c == '\r') {
    file.get();
    if (file.peek() == '\n') file.get();
    return true;
  }
  if (c != '\n') return false;
  file.get();
  return true;
}

Result<Ends> end_of_field(InputFile& file, char delimiter) {
  if (at_row_end(file)) return Ends::row;
  if (file.peek() != static_cast<unsigned char>(delimiter))
    return fail("wrong quoting: text after a closing quote", {},
                "a quote within a quoted field is written twice: \"\"");
  file.get();
  return Ends::field;
}

Result<Ends> read_quoted(InputFile& file, char delimiter, std::string& field, std::size_t& left) {
  file.get();
  for (;;) {
    const int c = file.get();
    if (c == InputFile::kEnd)
      return fail("wrong quoting: a quote is opened and never closed", {},
                  "close it, or write a quote within a field twice: \"\"");
    if (c == '"' && file.peek() != '"') return end_of_field(file, delimiter);
    if (c == '"') file.get();
    if (left-- == 0) return fail("the row is larger than 5 MB: skipped");
    field += static_cast<char>(c);
  }
}

Result<Ends> read_plain(InputFile& file, char delimiter, std::string& field, std::size_t& left) {
  for (;;) {
    if (at_row_end(file)) return Ends::row;
    const int c = file.get();
    if (c == static_cast<unsigned char>(delimiter)) return Ends::field;
    if (left-- == 0) return fail("the row is larger than 5 MB: skipped");
    field += static_cast<char>(c);
  }
}

}  // namespace

Result<CsvRow> read_csv_row(InputFile& file, char delimiter) {
  CsvRow row;
  std::size_t left = kLargestTicket;
  for (;;) {
    std::string& field = row.emplace_back();
    const auto end = file.peek() == '"' ? read_quoted(file, delimiter, field, left)
                                        : read_plain(file, delimiter, field, left);
    if (!end) return fail(end.error());
    if (*end == Ends::row) return row;
  }
}

char detect_delimiter(std::string_view header) {
  constexpr std::array kDelimiters = {',', ';', '\t'};
  std::array<std::size_t, kDelimiters.size()> counts{};
  bool quoted = false;
  for (const char c : header) {
    if (c == '"') quoted = !quoted;
    for (std::size_t i = 0; i < kDelimiters.size(); ++i)
      if (!quoted && c == kDelimiters[i]) ++counts[i];
  }
  return kDelimiters[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) -
                                              counts.begin())];
}

}  // namespace kb::tickets
