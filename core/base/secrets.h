// Random secrets, and hashes that only their key can make.
//
//   std::string token = random_token();                    // 43 characters, 256 bits, for URLs
//   keyed_hash(key, "ana@example.com")                     // 64 hex digits, the same each time
//   equal_secrets(given, expected)                         // takes as long whatever is given
//   unsealed(key, sealed(key, "what was searched"))        // nobody else reads or changes it
//
// From libsodium (BLAKE2b, XSalsa20 with Poly1305). Thread-safe. Nothing here fails once the system
// gives random bytes.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace kb {

std::string random_token();
std::string random_key();  // for keyed_hash: 64 hex digits

// `key`: as random_key() makes it; any other is hashed into one.
std::string keyed_hash(std::string_view key, std::string_view text);

// Of a secret that is random itself, to be kept in its place: 64 hex digits.
std::string hash_of_secret(std::string_view secret);

// Text that goes through other people's hands: encrypted and signed, for URLs. Nothing where it was
// not sealed with that key, or was changed since. Longer by 54 characters and a third.
std::string sealed(std::string_view key, std::string_view text);
std::optional<std::string> unsealed(std::string_view key, std::string_view sealed_text);

bool equal_secrets(std::string_view a, std::string_view b);

}  // namespace kb
