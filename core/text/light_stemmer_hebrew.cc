// Prefixes and plurals of Hebrew as its grammar has them: "and", "the", "in", "to", "from", "as"
// and "that", which are written onto the word; the endings of feminine and plural. Rules are few:
// Hebrew leaves out vowels, and a dictionary would be needed to tell a prefix from a root's first
// letter. Letters have one form, final or not.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"
#include "core/text/normal_form.h"

namespace kb::text {
namespace {

constexpr std::u32string_view kFinal = U"םןץףך";
constexpr std::u32string_view kInside = U"מנצפכ";

std::string without_final_forms(std::string_view word) {
  std::u32string letters = to_utf32(word);
  for (char32_t& c : letters)
    if (const auto at = kFinal.find(c); at != std::u32string_view::npos) c = kInside[at];
  return to_utf8(letters);
}

// One may stand before another: "and in the". ש, כ and מ alone are more often a root's first
// letter.
void drop_prefixes(InflectedWord& word) {
  while (word.drop_beginning({U"ה", U"ו", U"ב", U"ל", U"שה", U"כש", U"מה"}, 3)) {
  }
}

void drop_endings(InflectedWord& word) {
  word.drop({U"ויות", U"יות", U"ות", U"ית", U"ה", U"ת", U"יימ", U"ימ", U"יי", U"י"}, 2);
  word.drop({U"י"}, 3);
}

}  // namespace

std::string hebrew_stem(std::string_view text) {
  InflectedWord word(without_final_forms(text));
  drop_prefixes(word);
  drop_endings(word);
  return word.text();
}

}  // namespace kb::text
