// A sink that keeps tickets and progress in memory, and fails where a test tells it to.
//
//   MemorySink sink;
//   sink.puts_until_failure = 1;         // the second put() fails
//
// Belongs to one test.

#pragma once

#include <map>
#include <string>

#include "core/tickets/ticket_sink.h"

namespace kb::tickets {

class MemorySink final : public TicketSink {
 public:
  Result<std::string> customer_key() override { return std::string("key"); }

  Result<std::optional<FileProgress>> progress(const std::string& source,
                                               const std::string& file) override {
    const auto found = files.find(source + " " + file);
    if (found == files.end()) return std::nullopt;
    return found->second;
  }

  Result<PutResult> put(std::span<const Ticket> batch,
                        const std::optional<FileProgress>& progress) override {
    if (puts_until_failure-- == 0) return fail("no space left");
    PutResult result;
    for (const Ticket& ticket : batch) {
      const auto [place, is_new] = tickets.emplace(to_key(ticket), ticket);
      if (is_new)
        ++result.added;
      else if (place->second == ticket)
        ++result.same;
      else
        ++result.changed;
      place->second = ticket;
    }
    if (progress) files[progress->source + " " + progress->file] = *progress;
    return result;
  }

  std::map<std::string, Ticket> tickets;
  std::map<std::string, FileProgress> files;
  int puts_until_failure = -1;  // never
};

}  // namespace kb::tickets
