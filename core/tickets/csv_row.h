// One row of a CSV file (RFC 4180): fields between delimiters, quoted ones over several lines.
//
//   InputFile file = …;                                    // a,"b, ""c""\nd"
//   read_csv_row(file, ',')                                -> {"a", "b, \"c\"\nd"}
//   detect_delimiter("id;subject;\"a,b\"")                 -> ';'
//
// Wrong quoting is an Error saying what is wrong; the caller seeks to where it goes on. A row is
// at most kLargestTicket bytes. Pure but for the file.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/tickets/input_file.h"

namespace kb::tickets {

using CsvRow = std::vector<std::string>;

Result<CsvRow> read_csv_row(InputFile& file, char delimiter);

// Comma, semicolon or tab: what the header has most of, outside quotes.
char detect_delimiter(std::string_view header);

}  // namespace kb::tickets
