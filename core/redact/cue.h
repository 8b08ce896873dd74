// What a word announces: a phone number ("call"), a name ("Mr"), a password ("hasło") …
//
//   cues_of("haslo").has(Cue::password)       // words are folded: see letter.h
//   cues_of("zamowienie").has(Cue::order)     // a number after it is nobody's phone
//
// The words of all languages count in every text: people mix languages, and greet in one and write
// in another. Tables of constants behind it; thread-safe.

#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace kb::redact {

enum class Cue : std::uint8_t {
  phone,
  order,    // numbers of things: orders, invoices, parcels, articles, errors
  version,  // numbers of software
  money,
  network,  // an IP address may follow
  bank,     // an account
  card,
  passport,
  pesel,
  fiscal,  // codice fiscale
  inn,
  snils,
  tax_id,
  ssn,
  password,
  pin,
  secret,         // tokens and keys
  weak_secret,    // "key": only before a mark, and where the value looks like one
  weak_password,  // "pass": only before a mark
  possessive,     // my
  is,             // is, to, este …
  conjunction,    // and
  prose,          // words of a sentence about a password, never one
  greeting,       // a name may follow
  thanks,         // likewise, or a signature
  closing,        // a signature follows
  title,          // Mr
  self,           // "my name is": a name follows
  name_label,     // "Name:"
  wrote,          // "Anna Kowalska wrote:"
  first_name,
  doubtful_name,  // also a common word: Will, Mark, Jan
  particle,       // von, de
  no_name,        // team, there
  company,        // GmbH, support
  street_before,  // ul., via
  street_after,   // Road
  street_both,    // проспект, place
  house,          // nr, bl., ap., кв.
  at,             // of spelled e-mail addresses
  dot,
  phrase,  // the first word of a phrase
  kCount
};
static_assert(static_cast<int>(Cue::kCount) <= 64);

class CueSet {
 public:
  constexpr CueSet() = default;
  constexpr CueSet(std::initializer_list<Cue> cues) {
    for (const Cue cue : cues) add(cue);
  }

  constexpr bool has(Cue cue) const { return (bits_ >> static_cast<unsigned>(cue) & 1U) != 0; }
  constexpr bool has_any(CueSet others) const { return (bits_ & others.bits_) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr void add(Cue cue) { bits_ |= std::uint64_t{1} << static_cast<unsigned>(cue); }
  constexpr void add(CueSet others) { bits_ |= others.bits_; }

 private:
  std::uint64_t bits_ = 0;
};

// Of a folded word; empty for most. `hash` is that of its bytes.
struct WordHash {
  std::uint32_t value = 2166136261U;  // FNV-1a
  constexpr void add(char c) { value = (value ^ static_cast<unsigned char>(c)) * 16777619U; }
};
CueSet cues_of(std::string_view folded, WordHash hash);
CueSet cues_of(std::string_view folded);

// What the longest known phrase at the start of `folded`, words with single spaces between them,
// announces, and of how many words it is; no words if there is none.
struct PhraseMatch {
  CueSet cues;
  std::size_t words = 0;
};
PhraseMatch phrase_at(std::string_view folded);

}  // namespace kb::redact
