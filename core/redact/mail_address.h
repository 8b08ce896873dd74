// Finds e-mail addresses, also those spelled for people: "dan (at) mail (dot) example".
//
//   find_mail_addresses(scan, found);      // "anna@mail.example" -> Kind::email
//
// An address needs a domain with a dot; "@fernway/core" and "visit us @ the fair" are none.
// Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_mail_addresses(const Scan& scan, Candidates& found);

}  // namespace kb::redact
