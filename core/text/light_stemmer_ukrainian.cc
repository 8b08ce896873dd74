// M. Porter's scheme for Russian (snowballstem.org, 2001): the reflexive, then the ending of an
// adjective, verb or noun, then what forms nouns; with the endings of Ukrainian grammar, its
// softened consonants (картці) and the vowel that comes and goes (карток).

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

// Endings are told without diacritics: ї is і there.
void drop_ending(InflectedWord& word) {
  const bool noun_of_verb =
      word.drop({U"ування", U"уванню", U"уванням", U"уваннях", U"уваннями", U"увань", U"уванні",
                 U"ювання", U"юванню", U"юванням", U"юваннях", U"ювань"},
                3) ||
      word.drop({U"ення", U"енню", U"енням", U"еннях", U"еннями", U"енні", U"ень", U"ання", U"анню",
                 U"анням", U"аннях", U"аннями", U"анні", U"ань"},
                3);
  if (noun_of_verb) return;
  const bool verb =
      word.drop({U"увати", U"увала",  U"увало", U"ували", U"ував",  U"ують", U"уємо",
                 U"уєте",  U"уваний", U"увана", U"уване", U"увані", U"уєш",  U"ує",
                 U"ювати", U"ювала",  U"ювали", U"ював",  U"юють",  U"ює"},
                3) ||
      word.drop({U"ити", U"іти",  U"ати",  U"яти", U"ила", U"ило", U"или", U"ала", U"ало",
                 U"али", U"ив",   U"ав",   U"яла", U"яли", U"ать", U"ять", U"ить", U"уть",
                 U"ють", U"аємо", U"аєте", U"имо", U"ите", U"ено", U"ано"},
                4);
  if (verb) return;
  word.drop({U"а",   U"е",   U"и",   U"і",   U"о",   U"у",   U"ю",   U"я",   U"ь",   U"й",   U"є",
             U"ам",  U"ям",  U"ах",  U"ях",  U"ом",  U"ем",  U"єм",  U"ів",  U"ою",  U"ею",  U"єю",
             U"ію",  U"ія",  U"іі",  U"ей",  U"их",  U"ій",  U"ий",  U"им",  U"ім",  U"оі",  U"еі",
             U"ого", U"ому", U"его", U"ему", U"ими", U"іми", U"ами", U"ями", U"ові", U"еві", U"єві",
             U"оєм", U"оів", U"оях", U"оям", U"іям", U"іях", U"има", U"стю", U"істю"},
            3);
}

void unify_end(InflectedWord& word) {
  if (word.ends_with(U"ц")) word.replace_end(1, U"к");
  if (word.ends_with(U"з")) word.replace_end(1, U"г");
  const auto size = word.size();
  if (size <= 4 || !word.ends_with(U"к")) return;
  const char32_t vowel = word.bare(size - 2);
  if (vowel == U'о' || vowel == U'е') word.erase(size - 2);
}

}  // namespace

std::string ukrainian_stem(std::string_view text) {
  InflectedWord word(text);
  word.drop({U"ся", U"сь"}, 3);
  drop_ending(word);
  word.drop({U"ост", U"іст", U"ств"}, 3);
  word.drop({U"ь", U"і", U"'"}, 3);
  unify_end(word);
  return word.text();
}

}  // namespace kb::text
