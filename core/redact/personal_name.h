// Finds the names of persons where people write them: greetings, titles, "my name is", form fields,
// senders of mail. Names in signatures are signature.h's.
//
//   find_personal_names(scan, found);     // "Dear Mrs O'Connor," "Здравствуйте, Иван!"
//
// Teams, companies and products are greeted too: they stay where anything tells them from persons.
// Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_personal_names(const Scan& scan, Candidates& found);

}  // namespace kb::redact
