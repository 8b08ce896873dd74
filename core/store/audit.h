// The log of who changed what. Written in the transaction of the change itself, never changed.
//
//   append_audit(sql, {.at = now, .who = "ana", .action = "user.role", .object = "ion",
//                      .detail = "writer", .address = "192.0.2.7"});
//   auto page = list_audit(sql, {.who = "ana"}, 50);
//   auto next = list_audit(sql, {.who = "ana", .before = page->back().id}, 50);
//
// Functions on a transaction: Sql decides the thread.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct AuditEntry {
  std::int64_t id = 0;  // given by append_audit
  Time at = {};
  std::string who = {};
  std::string action = {};
  std::string object = {};
  std::string detail = {};
  std::string address = {};

  bool operator==(const AuditEntry&) const = default;
};

// What is not set does not filter.
struct AuditFilter {
  std::string who = {};
  std::string action = {};
  std::string object = {};
  std::optional<Time> from = {};
  std::optional<Time> until = {};           // not this second itself
  std::optional<std::int64_t> before = {};  // id of the last entry of the page before
};

Result<void> append_audit(Sql& sql, const AuditEntry& entry);
Result<std::vector<AuditEntry>> list_audit(Sql& sql, const AuditFilter& filter, int limit);

}  // namespace kb::store
