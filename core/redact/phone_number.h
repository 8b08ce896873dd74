// Finds phone numbers: international ones anywhere, national ones by their form or their context.
//
//   find_phone_numbers(scan, found);   // "+48 601 234 567", "(212) 555-0143", "tel. 555 12 34"
//
// Prices, dates, times, and the numbers of orders, parcels and errors are none. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_phone_numbers(const Scan& scan, Candidates& found);

}  // namespace kb::redact
