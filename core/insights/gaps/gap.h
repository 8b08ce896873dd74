// A content gap: questions of one language that articles do not answer, why, for how many, and what
// to do about it; and the report of all of them.
//
//   for (const FoundGap& gap : report.gaps)                  // what helps most customers first
//     print(gap.label, diagnosis_name(gap.diagnosis), gap.customers, gap.ticket_count);
//
// Customers are distinct ones; visitor-days where nobody is known. `shown` texts are those that
// `shown_from` customers or more asked. Plain values.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "core/insights/period.h"
#include "core/insights/share.h"

namespace kb::insights {

enum class Diagnosis : std::uint8_t {
  missing,              // no article answers it, in no language
  missing_in_language,  // one in another language does
  stale_translation,    // the article is there, its original has moved on
  vocabulary,           // the article is there, in other words
  unhelpful,            // it was found and read, and did not help
};

enum class GapTrend : std::uint8_t {
  fresh,  // never asked before this period
  rising,
  steady,
  fading,
  solved,  // fails significantly less than before, or nobody asks any more
};

// Why a gap has its diagnosis: worded by the text "gap.reason." + key, with {count} and {text}.
struct GapReason {
  std::string key;
  std::int64_t count = 0;
  std::string text = {};

  bool operator==(const GapReason&) const = default;
};

struct GapQuestion {
  std::string text;
  std::int64_t customers = 0;
  std::int64_t failed = 0;  // of these

  bool operator==(const GapQuestion&) const = default;
};

// An article that is near the gap's questions.
struct GapArticle {
  std::string lang;
  std::string id;
  std::string title;
  double share = 0;       // of the gap's askings that it fits, 0 to 1
  bool is_stale = false;  // a translation whose original has changed since

  bool operator==(const GapArticle&) const = default;
};

// "These words mean the same": customers who asked the first found what they sought with the other.
struct SynonymProposal {
  std::string lang;
  std::string asked;                       // the words nothing was found, or opened, with
  std::string found;                       // the words that led to it
  std::string article;                     // "pl/billing/refund": what they opened
  std::int64_t customers = 0;              // distinct ones who went from the one to the other
  std::int64_t asked_by = 0;               // distinct ones who asked the first at all
  std::vector<std::string> examples = {};  // "zwrot kasy" → "refundacja"; shown ones only

  bool operator==(const SynonymProposal&) const = default;
};

struct FoundGap {
  std::int64_t id = 0;  // the store's; 0: not kept yet
  std::string lang = {};
  std::string label = {};               // in the customers' own words
  std::vector<std::string> words = {};  // what holds it together
  std::string category = {};            // where its nearest articles are; may be empty
  Diagnosis diagnosis = Diagnosis::missing;
  std::vector<GapReason> reasons = {};
  std::int64_t customers = 0;                         // distinct ones it failed, in the period
  std::optional<std::int64_t> customers_before = {};  // in the period before; nothing: not known
  Share failures = {};                                // failed askings of all
  std::int64_t ticket_count = 0;
  double cost = 0;  // of these tickets; 0 where no cost is configured
  GapTrend trend = GapTrend::steady;
  std::vector<std::int64_t> by_day = {};     // distinct customers it failed, the oldest day first
  std::vector<GapQuestion> questions = {};   // shown ones, the most asked first, at most 20
  std::int64_t hidden_questions = 0;         // forms of words that too few asked
  std::vector<std::string> tickets = {};     // "contact/1042": the newest first, at most 50
  std::vector<std::string> notes = {};       // what votes and flags said, redacted, at most 20
  std::vector<GapArticle> articles = {};     // the nearest first, at most 5
  std::vector<std::int64_t> elsewhere = {};  // the same gap in other languages: ids
  std::optional<SynonymProposal> synonym = {};  // of `vocabulary`
  std::vector<std::string> members = {};        // all its questions' texts: never shown

  bool operator==(const FoundGap&) const = default;
};

struct GapReport {
  Period period;  // whole days
  Time made = {};
  std::string time_zone = {};
  bool is_known = false;  // there are events of the period
  int shown_from = 1;
  double cost_per_ticket = 0;
  std::string currency = {};
  std::vector<FoundGap> gaps = {};             // what helps most first
  std::vector<SynonymProposal> synonyms = {};  // of all questions, the most telling first
  std::int64_t askings = 0;                    // in the period
  std::int64_t filtered = 0;                   // left out: floods, spam, attacks
  std::vector<std::string> notes = {};         // what the reader must know of these figures

  bool operator==(const GapReport&) const = default;
};

std::string_view diagnosis_name(Diagnosis diagnosis);  // "missing_in_language"
std::optional<Diagnosis> parse_diagnosis(std::string_view name);
std::string_view gap_trend_name(GapTrend trend);  // "new", "rising", …

}  // namespace kb::insights
