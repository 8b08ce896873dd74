// Light stemmers for languages that libstemmer lacks: the endings of nouns and adjectives, and the
// commonest of verbs, come off. Each is a file of its own, which names its source.
//
//   czech_stem("fakturách")  -> "faktur"        korean_stem("환불을") -> "환불"
//   hebrew_stem("בחשבוניות") -> "חשבונ"         polish_stem("zwrotow") -> "zwrot"
//
// Words are case-folded and may come without diacritics: endings fit both. Pure, thread-safe;
// nothing becomes empty.

#pragma once

#include <string>
#include <string_view>

namespace kb::text {

std::string bulgarian_stem(std::string_view word);
std::string croatian_stem(std::string_view word);
std::string czech_stem(std::string_view word);
std::string hebrew_stem(std::string_view word);
std::string korean_stem(std::string_view word);
std::string persian_stem(std::string_view word);
std::string polish_stem(std::string_view word);
std::string slovak_stem(std::string_view word);
std::string ukrainian_stem(std::string_view word);

}  // namespace kb::text
