#include "core/tickets/article_links.h"

#include <algorithm>

#include "core/article/link.h"
#include "core/text/language.h"

namespace kb::tickets {
namespace {

// Without what a sentence puts behind an address.
std::string_view address_at(std::string_view text) {
  auto address = text.substr(0, text.find_first_of(" \t\r\n<>\"'|\\^`{}"));
  while (!address.empty() &&
         std::string_view(".,;:!?)]*_").find(address.back()) != std::string_view::npos)
    address.remove_suffix(1);
  return address;
}

// "http" and "https" lead to the same place.
std::string_view without_scheme(std::string_view url) {
  const auto scheme = url.find("://");
  return scheme == url.npos ? url : url.substr(scheme + 3);
}

// "/en/a/billing/refund?from=mail#how-long" behind the base.
std::optional<TicketLink> link_of(std::string_view path) {
  TicketLink link;
  if (const auto hash = path.find('#'); hash != path.npos) {
    link.anchor = percent_decode(path.substr(hash + 1));
    path = path.substr(0, hash);
  }
  path = path.substr(0, path.find('?'));
  if (!path.starts_with('/')) return std::nullopt;
  path.remove_prefix(1);
  const auto slash = path.find('/');
  if (slash == path.npos) return std::nullopt;
  const auto lang = text::canonical_language(path.substr(0, slash));
  if (!lang) return std::nullopt;
  path.remove_prefix(slash + 1);
  for (const std::string_view kind : {"a/", "answers/"}) {
    if (!path.starts_with(kind)) continue;
    auto id = path.substr(kind.size());
    if (id.ends_with(".md")) id.remove_suffix(3);
    while (id.ends_with('/')) id.remove_suffix(1);
    if (id.empty()) return std::nullopt;
    link.lang = *lang;
    link.article = percent_decode(id);
    return link;
  }
  return std::nullopt;
}

}  // namespace

std::vector<TicketLink> article_links(std::string_view text,
                                      const std::vector<std::string>& bases) {
  std::vector<TicketLink> links;
  for (auto at = text.find("://"); at != text.npos; at = text.find("://", at + 3)) {
    const auto address = address_at(text.substr(at + 3));
    for (const auto& base : bases) {
      const auto place = without_scheme(base);
      if (!address.starts_with(place)) continue;
      const auto link = link_of(address.substr(place.size()));
      if (link && std::find(links.begin(), links.end(), *link) == links.end())
        links.push_back(*link);
    }
  }
  return links;
}

}  // namespace kb::tickets
