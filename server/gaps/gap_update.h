// A change of a gap as a person or program asks for it: read, checked, written and audited in one
// transaction.
//
//   const auto updated = staff.store.write(
//       [&](store::Sql& sql) { return update_gap(staff, sql, 7, {.owner = "ana"}, version); });
//   updated->kind == GapUpdate::Kind::overtaken      // somebody else changed it since: nothing
//   done
//
// Reads the live index to tell articles that customers can read. For one request, on its thread.

#pragma once

#include "server/gaps/gap_change.h"
#include "server/staff_request.h"

namespace kb {

struct GapUpdate {
  enum class Kind { done, unchanged, faulty, overtaken, missing };
  Kind kind = Kind::done;
  ChangedGap changed = {};
};

Result<GapUpdate> update_gap(const StaffRequest& staff, store::Sql& sql, std::int64_t id,
                             const GapWish& wish, std::int64_t version);

}  // namespace kb
