// The design of Savoy's light stemmers (L. Dolamic, J. Savoy, 2009) with the endings of Polish
// grammar: cases of nouns and adjectives, infinitives, participles and verbal nouns, softened last
// consonants. It meets words typed without diacritics, which no dictionary knows.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

void drop_case(InflectedWord& word) {
  if (word.size() > 5 && word.ends_with(U"cie")) return word.replace_end(3, U"t");
  if (word.size() > 5 && word.ends_with(U"nci")) return word.replace_end(2, U"t");
  word.drop({U"a",   U"e",   U"i",    U"o",    U"u",    U"y",    U"om",  U"ow",  U"em",
             U"ym",  U"im",  U"ej",   U"ie",   U"ia",   U"iu",   U"io",  U"ami", U"ach",
             U"ego", U"emu", U"ych",  U"ich",  U"ymi",  U"imi",  U"owi", U"iom", U"iem",
             U"iow", U"iej", U"iami", U"iach", U"iego", U"iemu", U"owie"},
            3);
}

void drop_verb(InflectedWord& word) {
  if (word.drop(
          {U"owan", U"ywan", U"iwan", U"owac", U"ywac", U"iwac", U"uj", U"owal", U"ywal", U"iwal"},
          3))
    return;
  word.drop({U"nac", U"ic", U"yc", U"ac", U"ec", U"an", U"en", U"on", U"il", U"yl", U"al"}, 4);
}

// -ość, -ości; the e that comes and goes (przycisk: nothing, paczek: paczk); soft consonants.
void unify_end(InflectedWord& word) {
  if (word.ends_with(U"osc")) return word.replace_end(1, U"");
  if (word.ends_with(U"dz") || word.ends_with(U"rz")) return word.replace_end(1, U"");
  if (word.ends_with(U"sz")) return word.replace_end(2, U"ch");
  if (word.ends_with(U"cz")) return word.replace_end(2, U"k");
  if (word.ends_with(U"c")) return word.replace_end(1, U"k");
  const auto size = word.size();
  if (size > 4 && word.ends_with(U"ien")) return word.replace_end(3, U"n");
  if (size > 4 && word.bare(size - 2) == U'e' && (word.ends_with(U"k") || word.ends_with(U"l")))
    word.erase(size - 2);
}

}  // namespace

std::string polish_stem(std::string_view text) {
  InflectedWord word(text);
  drop_case(word);
  drop_verb(word);
  unify_end(word);
  return word.text();
}

}  // namespace kb::text
