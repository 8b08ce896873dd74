#include "server/urls.h"

#include "core/article/link.h"

namespace kb {
namespace {

std::string percent_encode_parameter(std::string_view text) {
  std::string out;
  for (const char c : percent_encode_path(text)) {
    if (c == '/')
      out += "%2F";
    else
      out += c;
  }
  for (auto at = out.find("%20"); at != std::string::npos; at = out.find("%20", at))
    out.replace(at, 3, "+");
  return out;
}

}  // namespace

std::string Urls::home(std::string_view lang) const {
  return base_path_ + "/" + std::string(lang) + "/";
}

std::string Urls::search(std::string_view lang, const SearchAddress& address) const {
  std::string url = home(lang) + "search";
  char separator = '?';
  const auto add = [&](std::string_view name, const std::string& value) {
    url.append(1, separator).append(name).append("=").append(value);
    separator = '&';
  };
  if (!address.text.empty()) add("q", percent_encode_parameter(address.text));
  if (!address.category.empty()) add("category", percent_encode_parameter(address.category));
  if (address.page > 1) add("page", std::to_string(address.page));
  if (address.verbatim) add("exact", "1");
  return url;
}

std::string Urls::category(std::string_view lang, std::string_view key, std::size_t page) const {
  std::string url = home(lang) + "c/" + percent_encode_path(key);
  if (page > 1) url += "?page=" + std::to_string(page);
  return url;
}

std::string Urls::article(std::string_view lang, std::string_view id, Kind kind,
                          std::string_view anchor) const {
  std::string url = home(lang) + (kind == Kind::answer ? "answers/" : "a/");
  url += percent_encode_path(id);
  if (!anchor.empty()) url += "#" + percent_encode_path(anchor);
  return url;
}

std::string Urls::markdown(std::string_view lang, std::string_view id, Kind kind) const {
  return article(lang, id, kind) + ".md";
}

std::string Urls::feed(std::string_view lang) const {
  return home(lang) + "feed.xml";
}
std::string Urls::opensearch(std::string_view lang) const {
  return home(lang) + "opensearch.xml";
}
std::string Urls::suggest(std::string_view lang) const {
  return home(lang) + "suggest";
}
std::string Urls::suggestions(std::string_view lang) const {
  return base_path_ + "/api/v1/suggest?lang=" + std::string(lang);
}
std::string Urls::llms(std::string_view lang) const {
  return home(lang) + "llms.txt";
}
std::string Urls::sitemap() const {
  return base_path_ + "/sitemap.xml";
}
std::string Urls::sitemap_part(std::string_view lang, std::size_t part) const {
  return base_path_ + "/sitemaps/" + std::string(lang) + "/" + std::to_string(part) + ".xml";
}
std::string Urls::preview_state() const {
  return base_path_ + "/preview/state";
}

std::string Urls::file(std::string_view hash, std::string_view name) const {
  return base_path_ + "/files/" + std::string(hash) + "/" + percent_encode_path(name);
}

std::string Urls::contact(std::string_view lang) const {
  return home(lang) + "contact";
}
std::string Urls::contact_ticket(std::string_view lang, std::string_view token) const {
  return home(lang) + "contact/" + std::string(token);
}
std::string Urls::privacy(std::string_view lang) const {
  return home(lang) + "privacy";
}
std::string Urls::feedback(std::string_view lang) const {
  return home(lang) + "feedback";
}
std::string Urls::survey(std::string_view lang) const {
  return home(lang) + "survey";
}
std::string Urls::watch(std::string_view lang, std::string_view token) const {
  return home(lang) + "watch" + (token.empty() ? "" : "/" + std::string(token));
}
std::string Urls::events() const {
  return base_path_ + "/api/v1/events";
}

std::string Urls::login(std::string_view next) const {
  return base_path_ + "/login?next=" + percent_encode_parameter(next);
}

std::string Urls::audit(std::string_view who, std::int64_t before) const {
  std::string url = base_path_ + "/admin/audit";
  if (!who.empty()) url += "?who=" + percent_encode_parameter(who);
  if (before > 0) url += (who.empty() ? "?before=" : "&before=") + std::to_string(before);
  return url;
}

}  // namespace kb
