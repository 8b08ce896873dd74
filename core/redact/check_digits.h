// The check digits of payment and national numbers: pure arithmetic on digits without separators.
//
//   is_luhn("4111111111111111")      is_pesel("44051401359")      is_iban("DE89370400440532013000")
//
// Letters are capitals. Each also checks what else the form demands (dates, regions, lengths), so
// that a random number seldom passes. Pure, thread-safe.

#pragma once

#include <string_view>

namespace kb::redact {

bool is_luhn(std::string_view digits);
bool is_iban(std::string_view iban);                // with its country's length
std::size_t iban_length(std::string_view country);  // of "DE": 22; 0: no such country

bool is_pesel(std::string_view digits);         // Poland, 11
bool is_cnp(std::string_view digits);           // Romania, 13
bool is_codice_fiscale(std::string_view code);  // Italy, 16 letters and digits
bool is_inn(std::string_view digits);           // Russia, 10 or 12
bool is_snils(std::string_view digits);         // Russia, 11
bool is_tax_id(std::string_view digits);        // Germany, 11
bool is_nir(std::string_view number);           // France, 15, with 2A or 2B for Corsica
bool is_dni(std::string_view number);           // Spain, 8 digits and a letter
bool is_nie(std::string_view number);           // Spain, X, Y or Z, 7 digits, a letter
bool is_ssn(std::string_view digits);           // USA, 9; no check digit, but impossible parts

}  // namespace kb::redact
