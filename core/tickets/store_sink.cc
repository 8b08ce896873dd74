#include "core/tickets/store_sink.h"

#include "core/store/ticket_imports.h"
#include "core/store/ticket_table.h"

namespace kb::tickets {

using store::Sql;

Result<std::string> StoreSink::customer_key() {
  return store_.write([](Sql& sql) { return store::ticket_key(sql); });
}

Result<std::optional<FileProgress>> StoreSink::progress(const std::string& source,
                                                        const std::string& file) {
  const auto read =
      store_.read([&](Sql& sql) { return store::find_ticket_import(sql, source, file); });
  if (!read) return fail(read.error());
  if (!*read) return std::nullopt;
  const store::TicketImport& known = **read;
  return FileProgress{known.source, known.file, known.fingerprint,
                      static_cast<std::uint64_t>(known.position),
                      static_cast<std::uint64_t>(known.line)};
}

Result<PutResult> StoreSink::put(std::span<const Ticket> tickets,
                                 const std::optional<FileProgress>& progress) {
  return store_.write([&](Sql& sql) -> Result<PutResult> {
    const auto count = store::put_tickets(sql, tickets);
    if (!count) return fail(count.error());
    if (progress) {
      const store::TicketImport import{progress->source,
                                       progress->file,
                                       progress->mark,
                                       static_cast<std::int64_t>(progress->byte),
                                       static_cast<std::int64_t>(progress->line),
                                       clock_.now()};
      if (auto set = store::set_ticket_import(sql, import); !set) return fail(set.error());
    }
    return PutResult{count->added, count->changed, count->same};
  });
}

}  // namespace kb::tickets
