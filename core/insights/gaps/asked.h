// What customers asked, one by one, and whether it was answered: what gaps are found in.
//
//   asked.questions[asking.question].text        // "zwrot kosztów", in "pl"
//   failed(asking, Failure::no_results)          // nothing was found
//   asking.failures == 0                         // answered: it counts for the failure rate
//
// One row for each search (by intent), suggestion rejected, "no" to an article, flag, "needs an
// article", and ticket. Who asked is a number that means nothing: of a customer where one is known,
// else of a visitor's day. Plain values; texts are redacted.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kb::insights {

enum class Failure : std::uint8_t {
  no_results,    // of a search that did not fail itself
  no_click,      // results, and none was opened
  reformulated,  // other words followed, without a click
  fallback,      // only another language had something
  contact,       // the form was opened next, and a ticket sent
  rejected,      // suggestions in the form did not help
  voted_down,    // "no" to an article that this question led to
  flagged,       // by an agent, on an article
  needed,        // an agent found no article for it
  ticket,        // asked the team; no article was linked, none matches
};
inline constexpr int kFailures = 10;

inline constexpr std::uint32_t kNothing = 0xFFFF'FFFF;

struct Asking {
  std::uint32_t question = 0;         // in Asked::questions
  std::int32_t day = 0;               // since 1970-01-01, of the site
  std::uint64_t who = 0;              // distinct per customer, else per visitor and day
  std::uint16_t failures = 0;         // one bit for each Failure
  std::uint32_t article = kNothing;   // in Asked::articles: what was opened, voted on or flagged
  std::uint32_t followed = kNothing;  // the question in other words whose result was opened
  std::uint32_t ticket = kNothing;    // in Asked::tickets: what it ended in

  bool operator==(const Asking&) const = default;
};

inline bool failed(const Asking& asking, Failure failure) {
  return (asking.failures >> static_cast<int>(failure) & 1) != 0;
}
inline std::uint16_t bit(Failure failure) {
  return static_cast<std::uint16_t>(1U << static_cast<int>(failure));
}

// All spellings that query_form (search_intents.h) takes for one; the text is as it has them.
struct Question {
  std::string lang;
  std::string text;

  bool operator==(const Question&) const = default;
};

// A vote's reason, a flag's kind, what somebody wrote.
struct AskedNote {
  std::uint32_t article = kNothing;
  std::uint32_t question = kNothing;
  std::int32_t day = 0;
  std::string reason;  // "outdated", "unclear", "not_my_case", "wrong_language", "wrong", "missing"
  std::string text;    // may be empty

  bool operator==(const AskedNote&) const = default;
};

struct Asked {
  std::vector<Question> questions;
  std::vector<Asking> askings;        // by day
  std::vector<std::string> articles;  // "pl/billing/refund"
  std::vector<std::string> tickets;   // "contact/1042", "zendesk/17"
  std::vector<AskedNote> notes;

  bool operator==(const Asked&) const = default;
};

std::string_view failure_name(Failure failure);  // "no_results"

}  // namespace kb::insights
