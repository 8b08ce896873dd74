// Makes the ticket that is kept out of what a helpdesk exported: cleaned of mail furniture, and
// without personal data.
//
//   const Intake intake({.source = "desk", .customer_key = key, .now = clock.now()}, redactor);
//   Result<Taken> taken = intake.take(raw);
//   taken->ticket.answer       // "You get it back within 14 days. See «link» …"
//   taken->notes               // "the question was cut to 20,000 characters"
//
// The question is what the customer wrote before the first reply, the answer the last public reply
// before it was solved. An Error says why a ticket is skipped, and where it stands. Immutable, so
// thread-safe; the Redactor outlives it.

#pragma once

#include <string>
#include <vector>

#include "core/redact/redactor.h"
#include "core/tickets/raw_ticket.h"

namespace kb::tickets {

inline constexpr std::size_t kLongestText = 20'000;  // characters of a question or an answer

struct IntakeOptions {
  std::string source;
  std::string default_language = "en";  // where neither the export nor the text tells
  std::vector<std::string>
      article_urls;          // where links lead to articles, without a slash at the end
  std::string customer_key;  // of keyed_hash
  Time now;
};

struct Taken {
  Ticket ticket;
  std::string where;  // "export.jsonl:42"
  std::vector<Error> notes;
};

class Intake {
 public:
  Intake(IntakeOptions options, const redact::Redactor& redactor)
      : options_(std::move(options)), redactor_(redactor) {}

  Result<Taken> take(const RawTicket& raw) const;

 private:
  IntakeOptions options_;
  const redact::Redactor& redactor_;
};

}  // namespace kb::tickets
