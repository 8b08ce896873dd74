// Finds street addresses whose form tells them: a kind of street, a name and a number.
//
//   find_street_addresses(scan, found);    // "221B Baker Street", "ul. Długa 5/7, 00-238 Warszawa"
//
// With flat and postcode where they follow. A street without a number stays. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_street_addresses(const Scan& scan, Candidates& found);

}  // namespace kb::redact
