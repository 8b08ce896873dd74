// Ways of writing one and the same word within a script, brought to one.
//
//   unify_arabic:     "كِتـَاب" -> "كتاب"         unify_devanagari: "हिन्दी" -> "हिंदी"
//   place_tone:       "hoà" -> "hòa"            weaken_kana:      "サーバー" -> "さーば"
//
// "unify" makes what everybody reads as the same word; "weaken" goes further and is for the folded
// form alone. Letters are case-folded (see normal_form.h). Pure, thread-safe.

#pragma once

#include <string>

namespace kb::text {

using Letters = std::u32string;

void unify_digits(Letters& word);          // every script's decimal digits: 0 to 9
void unify_arabic(Letters& word);          // without vowel marks and tatweel, one alef
void unify_arabic_kaf_ya(Letters& word);   // Persian kaf and ya as Arabic has them
void unify_persian_kaf_ya(Letters& word);  // and the other way round
void unify_hebrew(Letters& word);          // without niqqud and cantillation
void unify_devanagari(Letters& word);      // without nukta; one sign for nasals
void unify_thai(Letters& word);            // sara ae typed as two sara e
void place_tone(Letters& word);            // Vietnamese: hoà, khoẻ, thuý as hòa, khỏe, thúy

void weaken_persian(Letters& word);     // he with ya above, teh marbuta
void weaken_devanagari(Letters& word);  // visarga; -ये and -यी as -ए and -ई
void weaken_kana(Letters& word);        // katakana as hiragana, no long mark at the end
void weaken_vietnamese(Letters& word);  // kỹ thuật and kĩ thuật (after folding: ky, ki)

}  // namespace kb::text
