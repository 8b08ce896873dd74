// Puts the reader's words into a rendered article where its writer left them to the page: titles of
// admonitions, and the labels of videos and their transcripts, which are empty spans.
//
//   <aside class="admonition note" role="note" data-kind="note"><p>…
//     -> <aside …><p class="admonition-title">Note</p><p>…
//
// A title that the writer gave stays. Pure and thread-safe; HTML of any other form is left as it
// is.

#pragma once

#include <string>
#include <string_view>

#include "server/page/texts.h"

namespace kb::page {

// `lang` is the article's: words of another language are marked as such.
std::string with_reader_words(std::string_view html, std::string_view lang,
                              const LanguageTexts& texts);

}  // namespace kb::page
