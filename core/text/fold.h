// A word without its diacritics: the weaker form by which "plăți" is found as "plati".
//
//   fold("plăți") -> "plati"    fold("łódź") -> "lodz"    fold("straße") -> "strasse"
//
// Marks go from Latin, Greek, Cyrillic, Arabic and Hebrew letters only: in Thai, Hindi or Japanese
// they are letters. Letters with a stroke or a ligature become what people type for them. Input is
// case-folded (see normal_form.h). Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::text {

std::string fold(std::string_view word);

}  // namespace kb::text
