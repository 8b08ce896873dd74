// The names that one ticket's texts are known to have, to find them where nothing announces them.
//
//   KnownNames names;   names.add("Anna Kowalska");
//   names.find(scan, found);       // "I spoke to Anna", "ANNA KOWALSKA"
//
// A word that is a common one too ("Will", "Mark") is found only with the rest of its name. Not
// thread-safe.

#pragma once

#include <set>
#include <string>
#include <string_view>

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

class KnownNames {
 public:
  void add(std::string_view name);
  void find(const Scan& scan, Candidates& found) const;

  // Whether all words of one are in the other: "Anna" and "Anna Kowalska" are one person.
  static bool same_person(std::string_view folded_a, std::string_view folded_b);

 private:
  bool knows(const Scan& scan, const Word& word) const;

  std::set<std::string, std::less<>> words_;  // folded
};

}  // namespace kb::redact
