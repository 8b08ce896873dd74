// The texts of the tickets of one batch, on disk until it is known which of them the index shows.
//
//   auto spool = TicketSpool::create(folder);
//   spool->add(ticket);
//   Result<std::optional<Ticket>> ticket = spool->read("zendesk/17");   // nothing: not in the
//   batch
//
// The file has no name, so nothing stays behind, whatever happens. Keeps what ticket_entry.h asks
// for: key, language, texts and times. Not thread-safe.

#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/article/ticket.h"
#include "core/base/file_descriptor.h"
#include "core/base/result.h"

namespace kb::index {

class TicketSpool {
 public:
  static Result<TicketSpool> create(const std::filesystem::path& folder);

  Result<void> add(const Ticket& ticket);  // replaces the one of the same key
  Result<std::optional<Ticket>> read(const std::string& key) const;

 private:
  struct Place {
    std::uint64_t offset;
    std::uint32_t size;
  };
  Result<void> flush();

  std::filesystem::path path_;
  FileDescriptor file_;
  std::uint64_t written_ = 0;
  std::string buffer_;  // what follows it
  std::unordered_map<std::string, Place> places_;
};

}  // namespace kb::index
