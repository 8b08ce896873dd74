// Plurals, the indefinite and possessive endings, comparatives, and the durative prefix of Persian
// (after L. Dolamic, J. Savoy, "Persian language, is stemming efficient?", 2009: light endings of
// nouns and adjectives).

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {

namespace {

// One ending may stand before another: plural, then possessive.
bool drop_ending(InflectedWord& word) {
  return word.drop(
             {U"هایمان", U"هایتان", U"هایشان", U"هایم", U"هایت", U"هایش", U"هایی", U"های", U"ها"},
             2) ||
         word.drop({U"ترین", U"تر", U"مان", U"تان", U"شان", U"ان", U"ات", U"ام", U"اش", U"یی",
                    U"ای", U"ی", U"م", U"ش", U"ه"},
                   3);
}

}  // namespace

std::string persian_stem(std::string_view text) {
  InflectedWord word(text);
  word.drop_beginning({U"نمی", U"می"}, 3);
  while (drop_ending(word)) {
  }
  return word.text();
}

}  // namespace kb::text
