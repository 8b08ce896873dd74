// Tickets in any number, put together from the sentences of the sample's: real words, greetings,
// signatures and personal data, in its six languages.
//
//   Result<TicketCorpus> corpus = TicketCorpus::read("content/tickets");
//   corpus->write(0, 100'000, "tickets/first.jsonl");      // numbers 0 to 99,999
//   corpus->message(7, 2000)                               // {"pl", "Dzień dobry, …"}
//
// One in ten asks what an earlier one asked, in nearly its words. The same number gives the same
// ticket. Never changes once read.

#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace kb::bench {

struct CustomerMessage {
  std::string lang;
  std::string text;
};

class TicketCorpus {
 public:
  // `folder`: of *.jsonl files as docs/tickets.md describes them.
  static Result<TicketCorpus> read(const std::filesystem::path& folder);

  Result<void> write(std::uint64_t first, std::uint64_t count,
                     const std::filesystem::path& file) const;

  CustomerMessage message(std::uint64_t number, std::size_t letters) const;

 private:
  // What people write, by where it stands in a message.
  struct Texts {
    std::string lang;
    std::vector<std::string> subjects, greetings, sentences, endings, answers;
  };

  std::string ticket(std::uint64_t number) const;  // a line of JSON
  std::string question(const Texts& texts, std::uint64_t number, std::size_t sentences) const;

  std::vector<Texts> languages_;
};

}  // namespace kb::bench
