// A word in the letters of another alphabet: how people write their language where they lack its
// keyboard, and how a reader without it writes foreign words.
//
//   transliterated("privet", "ru")  -> {"привет"}      transliterated("epistrofi", "el") ->
//   {"επιστροφη", …} transliterated("фактура", "en") -> {"faktura"}     transliterated("privet",
//   "fr")    -> {}
//
// By the reader's habits, not by a standard: "sch", "shch" and "w" are all щ to some. Results are
// case-folded. Pure, thread-safe; invalid UTF-8 has no reading.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::text {

// At most four readings, the most likely first; none where the text is in `lang`'s alphabet.
std::vector<std::string> transliterated(std::string_view text, std::string_view lang);

}  // namespace kb::text
