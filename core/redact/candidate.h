// What a scanner takes for personal data, and how sure it is; settle() decides between them.
//
//   found.push_back({begin, end, Kind::card, Certainty::checksum});
//   settle(found);        // sorted, disjoint
//
// Of two that overlap the more certain stays, then a secret, then the longer; and a secret is never
// left in part: what it covers beyond the other stays covered. Plain values.

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/redact/kind.h"

namespace kb::redact {

enum class Certainty : std::uint8_t { context, form, checksum };

struct Candidate {
  std::size_t begin = 0, end = 0;  // bytes of the scan's text
  Kind kind = Kind::number;
  Certainty certainty = Certainty::form;

  bool operator==(const Candidate&) const = default;
};
using Candidates = std::vector<Candidate>;

void settle(Candidates& candidates);

}  // namespace kb::redact
