// The gaps that writers work on: what state each is in, whose it is, and which questions it is
// about.
//
//   auto id = add_gap(sql, {.lang = "pl", .label = "zwrot kosztów", .questions = {…}});
//   auto changed = change_gap(sql, gap, gap.version, {.who = "ana", .what = "state", …});
//   if (!*changed) …      // somebody else changed it since that version: nothing is done
//
// A question (its language and text) belongs to one gap at most. Functions on a transaction: Sql
// decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/sql.h"

namespace kb::store {

enum class GapState { open, assigned, in_progress, published, verified, wont_fix };

std::string_view gap_state_name(GapState state);  // "in_progress"
std::optional<GapState> parse_gap_state(std::string_view name);

// `pinned`: a writer put it there by merging or splitting; finding gaps anew moves it nowhere.
struct GapMember {
  std::string question;  // as query_form has it
  bool pinned = false;

  bool operator==(const GapMember&) const = default;
};

struct Gap {
  std::int64_t id = 0;  // given by add_gap
  std::string lang = {};
  std::string label = {};  // as found; a writer may give another
  bool is_named = false;   // by a writer: finding gaps anew leaves the label
  GapState state = GapState::open;
  std::string owner = {};                // a user's name; empty: nobody's
  std::optional<std::int64_t> due = {};  // day since 1970-01-01
  std::string article = {};              // "pl/billing/refund": what was published for it
  std::string reason = {};               // why it won't be fixed
  std::optional<Time> published = {};    // since when the article is there
  std::optional<Time> verified = {};
  std::optional<std::int64_t> merged_into = {};  // then it is no gap any more
  Time created = {};
  Time changed = {};
  std::int64_t version = 1;               // grows with each change by a person or a proof
  std::vector<GapMember> questions = {};  // filled by list_gaps and find_gap

  bool operator==(const Gap&) const = default;
};

// One line of a gap's history: a change, a comment, a proof.
struct GapChange {
  std::int64_t id = 0;
  std::int64_t gap = 0;
  Time at = {};
  std::string who = {};   // a user's name; empty: the system
  std::string what = {};  // "found", "state", "owner", "due", "comment", "label", "merge", "split",
                          // "article", "reason", "draft", "proof", "synonym"
  std::string before = {};  // what it was
  std::string after = {};   // what it is; of a comment its text; of a proof its figures as JSON

  bool operator==(const GapChange&) const = default;
};

Result<std::int64_t> add_gap(Sql& sql, const Gap& gap, const GapChange& change);
Result<std::vector<Gap>> list_gaps(Sql& sql);       // all that are not merged away, by id
Result<std::vector<Gap>> list_gap_heads(Sql& sql);  // the same without their questions: quick
Result<std::optional<Gap>> find_gap(Sql& sql, std::int64_t id);  // merged ones, too

// Writes all but the questions, with the line of history, if the gap is still as it was at
// `version`; false: it is not, or not there.
Result<bool> change_gap(Sql& sql, const Gap& gap, std::int64_t version, const GapChange& change);

// The questions of a gap as they are now: others go, but pinned ones stay. Takes from other gaps
// what they have not pinned. No new version: finding gaps anew is no change by a person. A gap that
// was merged away gets none.
Result<void> set_gap_questions(Sql& sql, std::int64_t gap, std::string_view lang,
                               const std::vector<GapMember>& questions);
// A writer's merge or split: they are this gap's, whoever had them, and finding gaps anew leaves
// them there.
Result<void> pin_gap_questions(Sql& sql, std::int64_t gap, std::string_view lang,
                               const std::vector<std::string>& questions);
Result<void> set_gap_label(Sql& sql, std::int64_t gap, std::string_view label);  // as found

Result<void> add_gap_change(Sql& sql, const GapChange& change);
Result<std::vector<GapChange>> gap_history(Sql& sql, std::int64_t gap);  // the oldest first
// Of all gaps, the newest first, at most `limit`: digest and feed.
Result<std::vector<GapChange>> gap_changes_since(Sql& sql, Time since, int limit);

}  // namespace kb::store
