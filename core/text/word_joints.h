// Where one written word is several: what stands between its pieces, or changes from one to the
// next.
//
//   pieces_of("autoRenew", false)   -> auto, Renew        pieces_of("v2.0.1", false) -> {} (one
//   word) pieces_of("example.com", false) -> example, com       pieces_of("l'eau", true)   -> l,
//   eau is_joint("-") -> true                                 is_joint(" — ") -> false
//
// Numbers, versions and addresses of machines (3.14, v2.0.1, 192.168.0.1) are one. Pure,
// thread-safe; positions are bytes, and never inside a character.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace kb::text {

struct Piece {
  std::uint32_t begin;  // bytes in the word
  std::uint32_t end;
  bool operator==(const Piece&) const = default;
};

// Empty where the word is one piece. `elides`: the language writes articles and prepositions onto
// the word (dell'account, l'eau).
std::vector<Piece> pieces_of(std::string_view word, bool elides);

// Whether what stands between two pieces may as well be left out: "wi-fi" is wifi to many.
bool is_joint(std::string_view between);

// Whether the language's words are joined at all: not in scripts that write without spaces.
bool may_be_joined(std::string_view word);

}  // namespace kb::text
