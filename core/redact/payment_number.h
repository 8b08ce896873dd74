// Finds payment cards (Luhn, issuers' prefixes) and bank accounts (IBAN; Polish ones without "PL").
//
//   find_payment_numbers(scan, found);     // "4111 1111 1111 1111", "DE89 3704 0044 0532 0130 00"
//
// Also over a line break. An account with a wrong check digit counts after "IBAN" or the like.
// Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_payment_numbers(const Scan& scan, Candidates& found);

}  // namespace kb::redact
