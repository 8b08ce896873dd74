// Finds keys of programs: shapes that services give them, values named as secrets, private keys.
//
//   find_tokens(scan, found);     // "ghp_…", "eyJ….….…", "Bearer …", "api_key=…", "-----BEGIN …"
//
// A long random string counts next to a word like "token", a very long one by itself; commit hashes
// and UUIDs alone stay. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_tokens(const Scan& scan, Candidates& found);

}  // namespace kb::redact
