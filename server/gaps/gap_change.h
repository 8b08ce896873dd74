// What a person wants changed of a gap, checked, and as the lines of history that it makes.
//
//   const auto changed = changed_gap(gap, {.state = "published", .article = "pl/billing/refund"},
//                                    rules, {.who = "ana", .now = now});
//   changed.faults                       // {"article": "gap.fault_article"}: nothing is to be done
//   write_change(sql, changed, version)  // false: somebody else changed it since that version
//
// changed_gap is pure; write_change is a function on a transaction: Sql decides the thread.

#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/store/gap_table.h"

namespace kb {

// What is not given stays as it is.
struct GapWish {
  std::optional<std::string> state = {};
  std::optional<std::string> owner = {};  // "": nobody
  std::optional<std::string> due = {};    // "2026-12-01"; "": none
  std::optional<std::string> label = {};
  std::optional<std::string> article = {};  // "pl/billing/refund", or its address; "": none
  std::optional<std::string> reason = {};   // why it won't be fixed
  std::string comment = {};
};

struct GapRules {
  std::vector<std::string> owners;  // who may own a gap
  // Whether customers can read "pl/billing/refund".
  std::function<bool(const std::string&)> is_article;
};

struct GapAuthor {
  std::string who = {};
  Time now = {};
};

struct ChangedGap {
  store::Gap gap = {};
  std::vector<store::GapChange> lines = {};
  std::map<std::string, std::string> faults = {};  // of a field: key of a text
};

inline constexpr std::size_t kLongestGapText = 2000;  // bytes of a comment; others: a tenth

ChangedGap changed_gap(const store::Gap& gap, const GapWish& wish, const GapRules& rules,
                       const GapAuthor& author);

// All lines, in one go. A comment alone changes nothing that somebody else could have changed.
Result<bool> write_change(store::Sql& sql, const ChangedGap& changed, std::int64_t version);

}  // namespace kb
