// How far each file of tickets was read, so that an import goes on where it ended.
//
//   store.write([&](Sql& sql) {                       // in one transaction with what was read
//     if (auto put = put_tickets(sql, batch); !put) …
//     return set_ticket_import(sql, {"zendesk", "export.jsonl", fingerprint, position, line, now});
//   });
//   auto progress = find_ticket_import(sql, "zendesk", "export.jsonl");
//
// Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct TicketImport {
  std::string source;
  std::string file;
  std::string fingerprint;    // of the file, as the import defines it
  std::int64_t position = 0;  // bytes read and kept
  std::int64_t line = 0;      // lines read and kept
  Time at;

  bool operator==(const TicketImport&) const = default;
};

Result<std::optional<TicketImport>> find_ticket_import(Sql& sql, std::string_view source,
                                                       std::string_view file);
Result<void> set_ticket_import(Sql& sql, const TicketImport& progress);

}  // namespace kb::store
