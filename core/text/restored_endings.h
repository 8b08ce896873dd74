// The diacritics that endings of a language always have, put back where a typist left them out: a
// stemmer knows "-ción", not "-cion".
//
//   with_restored_ending("devolucion", "es") -> "devolución"
//   with_restored_ending("faturalari", "tr") -> "faturaları"
//
// Nothing is restored that could be another ending as well. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb::text {

std::string with_restored_ending(std::string_view folded, std::string_view base_language);

}  // namespace kb::text
