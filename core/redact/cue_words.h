// The words and phrases behind cue.h: rows of a cue and the words that announce it.
//
//   for (const CueRow& row : cue_rows()) …      // {Cue::phone, "phone telephone tel mobile …"}
//
// Words are written as people spell them and folded when the table is built; a phrase is several
// words joined by '_'. Constants: thread-safe.

#pragma once

#include <span>
#include <string_view>

#include "core/redact/cue.h"

namespace kb::redact {

struct CueRow {
  Cue cue;
  std::string_view words;
};

std::span<const CueRow> cue_rows();

}  // namespace kb::redact
