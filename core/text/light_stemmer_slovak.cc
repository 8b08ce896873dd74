// The design of the Czech light stemmer (L. Dolamic, J. Savoy, 2009) with the endings of Slovak
// grammar: its diphthongs, -om and -och, -ova- verbs.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

void drop_case(InflectedWord& word) {
  word.drop({U"a",   U"e",   U"i",    U"o",    U"u",    U"y",    U"ia",  U"ie",  U"iu",  U"ii",
             U"om",  U"em",  U"im",   U"ym",   U"am",   U"ou",   U"ov",  U"ej",  U"mi",  U"ach",
             U"och", U"ych", U"ich",  U"eho",  U"emu",  U"ami",  U"ymi", U"imi", U"ove", U"ovi",
             U"iou", U"iam", U"ovia", U"iach", U"ieho", U"iemu", U"iami"},
            3);
}

void drop_verb(InflectedWord& word) {
  if (word.drop({U"ovan", U"ova"}, 3)) return;
  word.drop({U"ovat", U"nut", U"it", U"at", U"iet", U"et", U"en", U"an", U"il", U"al", U"el"}, 4);
}

// The vowel that comes and goes (platieb, objednávok), and softened consonants.
void unify_end(InflectedWord& word) {
  const auto size = word.size();
  if (size > 3 && word.bare(size - 3) == U'i' && word.bare(size - 2) == U'e') {
    word.erase(size - 3);
    if (size == 4) return;
  }
  if (word.ends_with(U"c")) return word.replace_end(1, U"k");
  if (word.ends_with(U"z")) return word.replace_end(1, U"h");
  if (word.size() <= 3) return;
  const char32_t vowel = word.bare(word.size() - 2);
  if (vowel == U'e' || vowel == U'o') word.erase(word.size() - 2);
}

}  // namespace

std::string slovak_stem(std::string_view text) {
  InflectedWord word(text);
  drop_case(word);
  word.drop({U"ov", U"in"}, 4);
  if (!word.ends_with(U"iel") && !word.ends_with(U"iet")) drop_verb(word);
  unify_end(word);
  return word.text();
}

}  // namespace kb::text
