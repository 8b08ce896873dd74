// A helpdesk's export, cut into tickets one after the other; reading each may be done on any
// thread.
//
//   auto file = open_ticket_file("export.csv", {.format = Format::csv});
//   while (auto record = (*file)->next())
//     if (*record) handle((*record)->read());      // Result<RawTicket>
//
// Memory is bounded by the largest ticket, kLargestTicket. A piece that is no ticket is an Error
// with its file and line, and the next one follows. Cutting belongs to one thread; a Record's
// read() is thread-safe.

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/config.h"
#include "core/base/result.h"
#include "core/tickets/input_file.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

inline constexpr std::size_t kLargestTicket = 5 << 20;

enum class Format { json_lines, csv, zendesk, chatwoot, zammad, mbox };

struct FileOptions {
  Format format = Format::json_lines;
  std::map<std::string, std::string> columns;  // of CSV: what we read -> its column
  std::vector<std::string> support;  // of mbox: the team's addresses, "@" for all of a host
};

struct Record {
  std::string where;
  std::size_t size = 0;  // in bytes
  std::function<Result<RawTicket>()> read;
};

class TicketFile {
 public:
  virtual ~TicketFile() = default;

  virtual std::optional<Result<Record>> next() = 0;
  // Behind what next() gave: where a later import goes on.
  virtual Position position() const = 0;
  // Why the end came too early, where the system could not read on.
  virtual std::optional<Error> trouble() const = 0;
};

Result<std::unique_ptr<TicketFile>> open_ticket_file(const std::filesystem::path& path,
                                                     const FileOptions& options,
                                                     Position from = {});

// Whether each ticket of the format is an object of JSON, as json_file.h reads it.
inline bool is_json(Format format) {
  return format != Format::csv && format != Format::mbox;
}

// Whether what was read stays read when a file becomes longer. A mail that comes later may belong
// to the first thread, so a mailbox is read anew.
bool can_grow(Format format);

// "jsonl", "csv" …; without a name, the file's extension tells.
Result<Format> format_of(const std::string& name, const std::filesystem::path& path);

// The files of a `kind: tickets` source, in order: one file, or those of the format in a folder.
Result<std::vector<std::filesystem::path>> files_of(const SourceConfig& source);

}  // namespace kb::tickets
