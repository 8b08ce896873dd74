// For Croatian, Bosnian and Serbian in Latin letters, after N. Ljubešić, D. Boras, O. Kubelka,
// "Retrieving information in Croatian: building a simple and efficient rule-based stemmer" (2007):
// the ending of a noun, adjective or verb, then softened consonants and the a that comes and goes.

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

void drop_ending(InflectedWord& word) {
  const bool of_verb =
      word.drop(
          {U"ivanje", U"ivanja", U"ivanju", U"ivanjem", U"ivati", U"ivao",  U"ivala", U"ivali",
           U"uje",    U"ujem",   U"uju",    U"ujete",   U"anje",  U"anja",  U"anju",  U"anjem",
           U"anjima", U"enje",   U"enja",   U"enju",    U"enjem", U"enjima"},
          3) ||
      word.drop({U"ati", U"iti", U"eti", U"ao", U"io", U"ala", U"ila", U"alo", U"ilo", U"ali",
                 U"ili", U"ale", U"ile", U"amo", U"imo", U"ate", U"ite"},
                4);
  if (of_verb) return;
  word.drop({U"a",     U"e",     U"i",    U"o",   U"u",    U"om",     U"em",  U"im",
             U"ih",    U"og",    U"oj",   U"oga", U"ega",  U"ome",    U"omu", U"emu",
             U"ima",   U"ama",   U"ova",  U"eva", U"ovi",  U"evi",    U"ove", U"eve",
             U"ovima", U"evima", U"ovom", U"im",  U"osti", U"ostima", U"oscu"},
            3);
}

void unify_end(InflectedWord& word) {
  const auto size = word.size();
  if (size > 4 && word.bare(size - 2) == U'a' && (word.ends_with(U"c") || word.ends_with(U"k")))
    word.erase(size - 2);
  if (word.ends_with(U"c")) word.replace_end(1, U"k");
  if (word.ends_with(U"z")) word.replace_end(1, U"g");
}

// Ijekavian and ekavian: cijena, cena.
void unify_yat(InflectedWord& word) {
  for (std::size_t i = 1; i + 2 < word.size(); ++i)
    if (word.bare(i) == U'i' && word.bare(i + 1) == U'j' && word.bare(i + 2) == U'e') {
      word.erase(i + 1);
      word.erase(i);
    }
}

}  // namespace

std::string croatian_stem(std::string_view text) {
  InflectedWord word(text);
  drop_ending(word);
  word.drop({U"ost"}, 4);
  unify_end(word);
  unify_yat(word);
  return word.text();
}

}  // namespace kb::text
