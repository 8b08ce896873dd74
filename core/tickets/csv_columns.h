// Which column of a CSV file holds what: by kb.yaml, else by the names that helpdesks give them.
//
//   auto columns = CsvColumns::of({"Ticket ID", "Description", "Created"}, {{"answer", "Reply"}});
//   columns->read({"1042", "where is my money", "2026-06-03"})        // Result<RawTicket>
//
// Fails where kb.yaml names a column that is not there or something that we do not read, and where
// no column can be the ticket's id or creation date. Immutable, so thread-safe.

#pragma once

#include <array>
#include <map>
#include <string>

#include "core/base/result.h"
#include "core/tickets/csv_row.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

class CsvColumns {
 public:
  // `wanted`: what we read -> the column's name; `encoding` is none of them.
  static Result<CsvColumns> of(const CsvRow& header,
                               const std::map<std::string, std::string>& wanted);

  Result<RawTicket> read(const CsvRow& row) const;

 private:
  std::map<std::string, std::size_t> places_;  // what we read -> the column's number
};

}  // namespace kb::tickets
