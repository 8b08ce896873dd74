// Finds national numbers: by their check digits where they have them, by context where not.
//
//   find_national_numbers(scan, found);    // "44051401359" -> Kind::pesel
//
// PESEL, CNP, codice fiscale, INN, SNILS, German tax id, NIR, DNI, NIE, SSN, passports. A number
// that is called an order or an article is none of them. Thread-safe.

#pragma once

#include "core/redact/candidate.h"
#include "core/redact/scan.h"

namespace kb::redact {

void find_national_numbers(const Scan& scan, Candidates& found);

}  // namespace kb::redact
