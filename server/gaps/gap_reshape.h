// Two gaps become one, or one becomes two, as a writer says: their questions are pinned where they
// were put, and finding gaps anew leaves them there.
//
//   merge_gap(staff, sql, {.gap = 7, .version = 3}, 12)     // 7 is 12 from now on
//   split_gap(staff, sql, {.gap = 12, .version = 5}, {.questions = {"zwrot kasy"}})
//
// Written and audited in the transaction that `sql` is. Faulty: another language, itself, no gap;
// no question, or all of them. For one request, on its thread.

#pragma once

#include <string>
#include <vector>

#include "server/gaps/gap_update.h"
#include "server/staff_request.h"

namespace kb {

struct GapAsSeen {
  std::int64_t gap = 0;
  std::int64_t version = 0;
};

Result<GapUpdate::Kind> merge_gap(const StaffRequest& staff, store::Sql& sql, const GapAsSeen& seen,
                                  std::int64_t into);

struct GapPart {
  std::vector<std::string> questions = {};  // as customers wrote them
  std::string label = {};                   // empty: the first question
};
struct SplitGap {
  GapUpdate::Kind kind = GapUpdate::Kind::done;
  std::int64_t gap = 0;  // the new one
};
Result<SplitGap> split_gap(const StaffRequest& staff, store::Sql& sql, const GapAsSeen& seen,
                           const GapPart& part);

}  // namespace kb
