// The words of a query as its customer wrote them: small letters, without punctuation.
//
//   query_words("Jak zwrócić Kasę?")          // {"jak", "zwrócić", "kasę"}
//   alike("zwrot", "zwroty")                  // one word inflected, without its marks, or misspelt
//   has_phrase(words, {"zwrócić", "kasę"})    // side by side, in that order
//
// What is written without spaces is one word. Pure, thread-safe; never fails.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kb::insights {

using QueryWords = std::vector<std::string>;

QueryWords query_words(std::string_view text);
bool alike(std::string_view a, std::string_view b);
bool has_phrase(const QueryWords& words, const QueryWords& phrase);
bool has_digit(std::string_view word);

}  // namespace kb::insights
