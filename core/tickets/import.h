// Reads files of tickets into the store: in batches, on all cores, going on where it was stopped.
//
//   auto files = import_files(config, source);
//   auto report = import_tickets(*files, {config, redactor, clock.now()}, sink);
//   report->added, report->skipped, report->problems    // "export.csv:42: the ticket has no `id`"
//
// What cannot be read is a problem with its file and line, and is skipped; the rest is imported. A
// file that has not changed is not read again, so its problems are told once. Of two tickets with
// one id the later one stays. Fails where the sink does: what was put before stays, and the next
// import goes on behind it. Memory: a batch of tickets, and 24 bytes for each id of the file.

#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/config.h"
#include "core/redact/redactor.h"
#include "core/tickets/import_files.h"
#include "core/tickets/intake.h"
#include "core/tickets/ticket_sink.h"

namespace kb::tickets {

struct ImportOptions {
  const Config& config;
  const redact::Redactor& redactor;
  Time now;
  unsigned workers = 0;                               // threads; 0: one a core
  std::function<void(std::size_t tickets)> on_batch;  // may be empty
};

struct ImportReport {
  std::int64_t added = 0;
  std::int64_t changed = 0;
  std::int64_t same = 0;
  std::int64_t skipped = 0;  // what could not be read
  std::size_t files_read = 0;
  std::size_t files_unchanged = 0;
  std::vector<Error> problems;  // at most kMostProblems
  std::int64_t problems_left_out = 0;
};

inline constexpr std::size_t kMostProblems = 1'000;

// How tickets of that source are taken in, wherever they come from.
IntakeOptions intake_options(const Config& config, std::string source, std::string customer_key,
                             Time now);

Result<ImportReport> import_tickets(std::span<const ImportFile> files, const ImportOptions& options,
                                    TicketSink& sink);

}  // namespace kb::tickets
