// Words that read as a person's name: capitals in a row, with particles, initials and hyphens.
//
//   name_from(scan, i)      // at "Hans-Peter von Stein, …": the whole name, 4 words
//
// Form only: whether a name may stand there is decided by who asks. Thread-safe.

#pragma once

#include <cstddef>

#include "core/redact/scan.h"

namespace kb::redact {

struct NameSpan {
  std::size_t begin = 0, end = 0;  // bytes
  std::size_t words = 0;           // 0: no name there
  std::size_t next = 0;            // index of the word after it
  bool first_name = false;         // begins with a common first name
  bool doubtful = false;           // has a word that is a common one too
};

// Whether the word may be part of a name: a capital, and nothing that people are not called.
bool is_name_word(const Scan& scan, const Word& word);

NameSpan name_from(const Scan& scan, std::size_t word);

// Whether what ends at `end` is a company's name: "Krüger GmbH", "Fernway-Team", "Rossi S.r.l."
bool company_follows(const Scan& scan, std::size_t end);

}  // namespace kb::redact
