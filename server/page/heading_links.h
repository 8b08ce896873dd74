// Gives the headings of a rendered article what a page adds to them: a link to copy, and the badges
// of what a section applies to.
//
//   <h2 id="x" data-applies-to="android">On a phone</h2>
//     -> <div class="heading" data-applies="platform:android"><h2 …>On a phone</h2>
//        <a class="heading-link" href="#x" aria-label="Link to this section: On a phone">…</a>
//        <p class="applies-to">… <span class="badge">Android</span></p></div>
//
// The link stands beside the heading, not in it: a list of headings stays a list of titles. HTML of
// any other form is left as it is. Pure, thread-safe.

#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/page/texts.h"

namespace kb::page {

struct HeadingContext {
  std::string_view lang;  // the article's: words of another language are marked as such
  const LanguageTexts& texts;
  // As in ArticlePage: values as they are written, in the reader's words, and their full keys.
  const std::map<std::string, std::string>& value_labels;
  const std::map<std::string, std::string>& value_keys;
};

std::string with_heading_links(std::string_view html, const HeadingContext& context);

// The full keys that the headings of such HTML name, as often as they do.
std::vector<std::string> keys_of_headings(std::string_view linked_html);

}  // namespace kb::page
