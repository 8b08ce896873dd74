// Pairs of words of which a writer said that they do not mean the same: not to be proposed again.
//
//   refuse_synonym(sql, {.lang = "pl", .asked = "kasy", .found = "kosztów", .who = "ana", .at =
//   now}) for (const auto& refusal : *list_synonym_refusals(sql)) …
//
// Who refuses the same pair again changes nothing. Functions on a transaction: Sql decides the
// thread.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "core/store/sql.h"

namespace kb::store {

struct SynonymRefusal {
  std::string lang = {};
  std::string asked = {};
  std::string found = {};
  std::string who = {};
  Time at = {};

  bool operator==(const SynonymRefusal&) const = default;
};

Result<void> refuse_synonym(Sql& sql, const SynonymRefusal& refusal);
Result<std::vector<SynonymRefusal>> list_synonym_refusals(Sql& sql);  // by language and words

}  // namespace kb::store
