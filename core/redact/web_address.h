// Finds the secret parts of web addresses: log-ins, tokens, keys, sessions, signatures.
//
//   find_web_secrets(scan, found);   // https://shop.example/reset?token=[9f8e7d…]&lang=en
//
// The rest of the address stays: it tells which page was meant. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_web_secrets(const Scan& scan, Candidates& found);

}  // namespace kb::redact
