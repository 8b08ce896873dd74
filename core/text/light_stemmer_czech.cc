// After L. Dolamic, J. Savoy, "Indexing and stemming approaches for the Czech language" (2009), the
// light stemmer: case endings, possessives, palatalised last consonants. Added here: infinitives,
// participles and verbal nouns, in which people ask for what to do.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

void drop_case(InflectedWord& word) {
  word.drop({U"a",   U"e",   U"i",   U"o",   U"u",   U"y",   U"em",   U"es",   U"im",   U"um",
             U"at",  U"am",  U"os",  U"us",  U"ym",  U"mi",  U"ou",   U"ech",  U"ich",  U"eho",
             U"emi", U"emu", U"ete", U"eti", U"iho", U"imi", U"imu",  U"ach",  U"ata",  U"aty",
             U"ych", U"ama", U"ami", U"ove", U"ovi", U"ymi", U"etem", U"atum", U"atech"},
            3);
}

void drop_verb(InflectedWord& word) {
  if (word.drop({U"ovan", U"ova"}, 3)) return;
  word.drop({U"ovat", U"nout", U"it", U"et", U"en", U"an", U"il", U"al", U"el"}, 4);
}

// The vowel that comes and goes (účet, účtu), then palatalised consonants.
void unify_end(InflectedWord& word) {
  const auto size = word.size();
  if (size > 3 && word.bare(size - 2) == U'e') word.erase(size - 2);
  if (word.ends_with(U"ct")) return word.replace_end(2, U"ck");
  if (word.ends_with(U"st")) return word.replace_end(2, U"sk");
  if (word.ends_with(U"c")) return word.replace_end(1, U"k");
  if (word.ends_with(U"z")) return word.replace_end(1, U"h");
}

}  // namespace

std::string czech_stem(std::string_view text) {
  InflectedWord word(text);
  drop_case(word);
  word.drop({U"ov", U"uv", U"in"}, 4);
  drop_verb(word);
  unify_end(word);
  return word.text();
}

}  // namespace kb::text
