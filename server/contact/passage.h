// The part of an article that answers, out of its rendered HTML: what stands below one heading, up
// to the next.
//
//   passage_html(html, "how-long", "/en/a/billing/refund")    // "<p>A week.</p>"
//   passage_html(html, "", url)                               // what stands before any heading
//
// Fit to stand beside others on a page: it names no ids, links within the article lead to its page,
// and all links open in a new tab, since somebody is writing here. Empty where the heading is not
// there, stands inside something else, or is followed by more than kLongestPassage bytes. Pure,
// thread-safe.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kb {

inline constexpr std::size_t kLongestPassage = 8'000;

std::string passage_html(std::string_view html, std::string_view anchor, std::string_view url);

}  // namespace kb
