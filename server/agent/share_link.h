// A link to an article's section, in the three forms that agents paste into replies.
//
//   ShareLink link = share_link("https://help.fernway.example/pl/a/billing/refund#jak-dlugo",
//                               "Zwrot pieniędzy: Jak długo");
//   link.markdown   // "[Zwrot pieniędzy: Jak długo](https://help.…)"
//   link.html       // "<a href=\"https://help.…\">Zwrot pieniędzy: Jak długo</a>"
//
// Whatever the title holds, it stays a title. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

namespace kb {

struct ShareLink {
  std::string plain;
  std::string markdown;
  std::string html;
};

// `url`: absolute, percent-encoded.
ShareLink share_link(std::string_view url, std::string_view title);

}  // namespace kb
