// After J. Savoy, "Searching strategies for the Bulgarian language" (2007): the article that is
// written onto the word, plurals, the last vowel, vowels that come and go. Added here: endings of
// verbs and of verbal nouns, after P. Nakov, "BulStem" (2003).

#include "core/text/inflected_word.h"
#include "core/text/light_stemmers.h"

namespace kb::text {
namespace {

// After a vowel or -ст: in "клиента" the т is the word's own.
void drop_article(InflectedWord& word) {
  if (word.drop({U"ият", U"ът", U"ят"}, 3)) return;
  for (const std::u32string_view vowel : {U"а", U"я", U"и", U"о", U"е", U"ст"})
    for (const std::u32string_view article : {U"та", U"то", U"те"})
      if (word.size() > 5 && word.ends_with(std::u32string(vowel).append(article)))
        return word.replace_end(2, {});
}

void drop_plural(InflectedWord& word) {
  if (word.drop({U"ове", U"еве", U"ища"}, 3)) return;
  if (word.size() <= 4) return;
  if (word.ends_with(U"зи")) word.replace_end(2, U"г");
}

void drop_verb(InflectedWord& word) {
  word.drop({U"уване", U"увания", U"увам",   U"уват", U"уваш", U"ува",  U"ване", U"вания",
             U"ане",   U"ания",   U"ене",    U"ения", U"ение", U"явам", U"ява",  U"ивам",
             U"ива",   U"иване",  U"ивания", U"вам",  U"вате", U"ваме"},
            3) ||
      word.drop({U"ам", U"ям", U"аш", U"яш", U"ат", U"ят", U"иш", U"им", U"ил", U"ал"}, 4);
}

void drop_last_vowel(InflectedWord& word) {
  word.drop({U"ия", U"ии", U"ий", U"а", U"о", U"е", U"и", U"я", U"й"}, 3);
}

// The vowel that comes and goes (подарък, подаръци), changes (промяна, промени), and ц for к.
void unify_end(InflectedWord& word) {
  const auto size = word.size();
  if (size > 3) {
    const char32_t vowel = word.bare(size - 2);
    const bool moves = word.ends_with(U"н") || word.ends_with(U"ц");
    if (vowel == U'ъ' || (size > 4 && moves && (vowel == U'е' || vowel == U'я')))
      word.erase(size - 2);
  }
  if (word.ends_with(U"ц")) word.replace_end(1, U"к");
}

}  // namespace

std::string bulgarian_stem(std::string_view text) {
  InflectedWord word(text);
  drop_article(word);
  drop_verb(word);
  drop_plural(word);
  drop_last_vowel(word);
  unify_end(word);
  return word.text();
}

}  // namespace kb::text
