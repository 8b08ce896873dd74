// Writes the database of one language's resolved tickets into a generation that is being built:
// what was there before, and what changed since.
//
//   auto writer = TicketWriter::begin(builder, previous, "ro", stemmers);  // previous: may be null
//   for (const Ticket& ticket : changed_since(mark)) writer->put(ticket);
//   writer->erase("zendesk/17");                     // gone, or in another language now
//   Result<std::optional<DatabaseEntry>> entry = writer->finish(lookup);   // for the manifest
//
// Tickets that nobody can learn from (core/article/ticket.h: is_answer) count as gone. Near
// duplicates become one entry (ticket_groups.h); the same tickets make the same entries, whether
// they come at once or one by one. Nothing changed: the database is carried over; nothing left:
// there is none. `lookup` gives the texts of tickets of earlier batches, where the groups that they
// are in changed. Nothing is live before the generation is published. Not thread-safe: one a
// language; those of different languages run in parallel.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/article/ticket.h"
#include "core/base/result.h"
#include "core/index/generation.h"
#include "core/index/generation_publisher.h"
#include "core/text/stemmer.h"

namespace kb::index {

// The ticket of this key as the store has it; nothing: it is gone.
using TicketLookup = std::function<Result<std::optional<Ticket>>(const std::string& key)>;

class TicketWriter {
 public:
  // `previous`: null to start afresh, as where the language is analysed differently now.
  static Result<TicketWriter> begin(GenerationBuilder& builder, const Generation* previous,
                                    const std::string& lang, text::Stemmers& stemmers);

  TicketWriter(TicketWriter&&) noexcept;
  ~TicketWriter();

  Result<void> put(const Ticket& ticket);  // replaces the one of the same key
  void erase(const std::string& key);
  Result<std::optional<DatabaseEntry>> finish(const TicketLookup& lookup);

 private:
  class Impl;
  explicit TicketWriter(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

// What grouping goes on from, beside the groups: their tickets' sketches, in the same order.
inline constexpr const char* kSketchesFile = "tickets.sketches";

}  // namespace kb::index
