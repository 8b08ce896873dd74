// Finds the names that people sign with.
//
//   find_signatures(scan, found);     // "Best regards,\nJohn Smith", "Pozdrawiam, Anna", "--
//   \nUwe"
//
// A line after a closing that is no name ("Fernway Support Team", "Sent from my phone") stays.
// Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_signatures(const Scan& scan, Candidates& found);

}  // namespace kb::redact
