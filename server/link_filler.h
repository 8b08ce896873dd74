// Fills in the symbolic links of a rendered article (core/article/link.h) for one reader: links to
// articles lead to the reader's language where that translation exists, at the same section.
//
//   LinkFiller filler(generation, urls, {.lang = "ro", .fallbacks = {"en"}});
//   filler.fill("<a href=\"kb-article:en/billing/refund#how-long\">")
//       -> "<a href=\"/ro/a/billing/refund#how-long\">"
//
// An image gets the size that its file has, so that the page leaves room for it.
// A link that leads nowhere loses its href: the words stay. Thread-safe: reads only.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/index/generation.h"
#include "server/urls.h"

namespace kb {

struct Reader {
  std::string lang;
  std::vector<std::string> fallbacks;
  Audience audience = Audience::everyone;
  Time now = {};
};

class LinkFiller {
 public:
  LinkFiller(const index::Generation& generation, const Urls& urls, const Reader& reader)
      : generation_(generation), urls_(urls), reader_(reader) {}

  std::string fill(std::string_view html) const;

 private:
  std::string attribute(std::string_view name, std::string_view symbolic) const;
  std::string article_url(std::string_view target) const;
  std::string anchor_in(const index::Generation::Found& chosen, const std::string& link_lang,
                        const std::string& id, const std::string& anchor) const;

  const index::Generation& generation_;
  const Urls& urls_;
  const Reader& reader_;
};

// An article in the best language for a reader: theirs, then the fallbacks, then any.
std::optional<index::Generation::Found> find_for_reader(const index::Generation& generation,
                                                        const Reader& reader, std::string_view id,
                                                        const std::string& preferred = {});

}  // namespace kb
