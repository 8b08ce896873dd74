// Finds passwords and PINs by what is said of them.
//
//   find_passwords(scan, found);   // "my password is Tr0ub4dor&3", "hasło: tajne99", "PIN 4821"
//
// "I forgot my password is there a way", "password: please reset it" have none. A plain word counts
// only in quotes, after a mark, or after "my password is" at the end of what is said. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_passwords(const Scan& scan, Candidates& found);

}  // namespace kb::redact
