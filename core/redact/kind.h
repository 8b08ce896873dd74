// The kinds of personal data and secrets that are redacted, and what stands in their place.
//
//   kind_name(Kind::email)            -> "e-mail"     stable, in JSON and reports
//   placeholder_label(Kind::card, "de") -> "Kartennummer"   shown as «Kartennummer»
//
// National numbers share a label ("ID number"). Languages without labels show English ones. Pure.

#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace kb::redact {

enum class Kind {
  email,
  phone,
  card,
  iban,
  ip,
  mac,
  street,
  number,  // what the configuration's patterns match
  password,
  token,
  url,  // the secret part of an address
  name,
  pesel,
  cnp,
  codice_fiscale,
  inn,
  snils,
  passport,
  tax_id,
  nir,
  dni,
  nie,
  ssn
};
inline constexpr std::size_t kKinds = static_cast<std::size_t>(Kind::ssn) + 1;

std::string_view kind_name(Kind kind);
std::optional<Kind> kind_of_name(std::string_view name);

std::string_view placeholder_label(Kind kind, std::string_view lang);

// The bytes that a placeholder takes at the start of `text`: «label» or «label 2», in any of the
// languages; 0 if none stands there.
std::size_t placeholder_size(std::string_view text);

}  // namespace kb::redact
