// Particles (josa) that Korean writes onto nouns, and the forms of 하다 and 되다 that make verbs of
// them, from the grammar: 환불을, 환불에서는, 환불하려면 are all about 환불.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

void drop_particles(InflectedWord& word) {
  word.drop(
      {U"에서는", U"에서도", U"으로는", U"으로도", U"에게서", U"이라고", U"이라는", U"까지는"},
      2) ||
      word.drop({U"에서", U"에게", U"에는", U"에도",   U"으로",   U"로는", U"까지", U"부터",
                 U"처럼", U"보다", U"이나", U"라도",   U"마다",   U"조차", U"한테", U"께서",
                 U"밖에", U"만큼", U"이란", U"이라",   U"과는",   U"와는", U"들은", U"들을",
                 U"들이", U"들의", U"이고", U"입니다", U"인가요", U"인데"},
                2) ||
      word.drop({U"은", U"는", U"이", U"가", U"을", U"를", U"에", U"의", U"와", U"과", U"로", U"도",
                 U"만", U"나", U"랑", U"란"},
                2);
  word.drop({U"들"}, 2);
}

void drop_verb(InflectedWord& word) {
  word.drop({U"하였습니다", U"했습니다", U"하겠습니다", U"하시겠습니까", U"되었습니다", U"됐습니다",
             U"하려고",     U"하려면",   U"하십시오",   U"하시면",       U"하세요",     U"할까요",
             U"하나요",     U"되나요",   U"합니다",     U"됩니다",       U"합니까",     U"됩니까",
             U"했는데",     U"되는데",   U"하지만",     U"하면서",       U"하도록",     U"되지",
             U"하지",       U"하기",     U"되기",       U"하면",         U"되면",       U"하고",
             U"되고",       U"하는",     U"되는",       U"하여",         U"되어",       U"해서",
             U"돼서",       U"해야",     U"했다",       U"됐다",         U"하다",       U"되다",
             U"한다",       U"된다",     U"해요",       U"돼요",         U"해도",       U"되지"},
            2) ||
      word.drop({U"할", U"한", U"함", U"해", U"될", U"된", U"됨", U"돼", U"하", U"되"}, 2);
}

}  // namespace

std::string korean_stem(std::string_view text) {
  InflectedWord word(text);
  drop_particles(word);
  drop_verb(word);
  return word.text();
}

}  // namespace kb::text
