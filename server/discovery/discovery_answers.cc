#include "server/discovery/discovery_answers.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "core/base/content_hash.h"
#include "core/text/message.h"
#include "core/text/normal_form.h"
#include "server/discovery/atom_feed.h"
#include "server/discovery/markdown_text.h"
#include "server/discovery/sitemap.h"
#include "server/discovery/xml_text.h"

namespace kb {
namespace {

using index::Row;

constexpr std::size_t kFeedEntries = 30;
constexpr std::size_t kSuggestions = 8;
constexpr std::size_t kLongestTyped = 200;         // bytes
constexpr std::size_t kArticlesWithSummary = 500;  // in llms.txt; a longer list goes without

http::Response document(std::string content_type, std::string body) {
  http::Response response;
  response.content_type = std::move(content_type);
  response.etag = content_hash(body);
  response.cache_control = "no-cache";
  response.body = std::move(body);
  return response;
}

std::string interface_text(const PageContext& context, std::string_view key) {
  const auto& site = context.center().config.site;
  const auto& texts = context.center().renderer.texts();
  return texts.in(texts.language_for(context.lang(), site.default_language))
      .format(key, {{"site", site.name}});
}

// One language's pages, in parts; in the order of the index, so that they change little.
std::vector<std::vector<SitemapEntry>> sitemap_parts(const PageContext& context) {
  const auto& urls = context.urls();
  const auto origin = context.origin();
  const auto& lang = context.lang();
  const auto shelves = context.shelves();
  std::vector<SitemapEntry> pages;
  const auto newest = [](const std::vector<const Row*>& rows) {
    std::optional<Time> updated;
    for (const auto* row : rows)
      if (row->updated && (!updated || *updated < *row->updated)) updated = row->updated;
    return updated;
  };
  pages.push_back({origin + urls.home(lang), newest(shelves->newest())});
  for (const auto& key : shelves->order())
    pages.push_back({origin + urls.category(lang, key), newest(shelves->articles(key))});
  const auto now = context.center().clock.now();
  if (const auto* database = context.generation().database({lang, Audience::everyone}))
    for (const auto& row : database->catalogue.rows())
      if (row.listed(now))
        pages.push_back({origin + urls.article(lang, row.id, row.kind), row.updated});

  return in_parts(pages);
}

std::optional<Time> newest_of(const std::vector<SitemapEntry>& pages) {
  std::optional<Time> newest;
  for (const auto& page : pages)
    if (page.updated && (!newest || *newest < *page.updated)) newest = page.updated;
  return newest;
}

// Where a suggested article leads: its section, else its category.
std::string description_of(const PageContext& context, const index::SuggestedArticle& article) {
  if (article.section) return article.section->title;
  return article.category.empty() ? std::string() : context.category_name(article.category);
}

// "[Reset your password](https://…/reset-password.md): In two minutes, by e-mail."
std::string llms_line(const PageContext& context, const Row& row, bool with_summary) {
  std::string line = "- [" + markdown_escaped(row.title) + "](" + context.origin() +
                     context.urls().markdown(context.lang(), row.id, row.kind) + ")";
  if (with_summary)
    if (const auto summary = context.summary_of(row); !summary.empty()) line += ": " + summary;
  return line + "\n";
}

}  // namespace

http::Response answer_feed(const PageContext& context) {
  const auto& site = context.center().config.site;
  const auto origin = context.origin();
  AtomFeed feed;
  feed.title = interface_text(context, "feed.title");
  feed.author = site.name;
  feed.lang = context.lang();
  feed.url = origin + context.urls().feed(context.lang());
  feed.home_url = origin + context.urls().home(context.lang());
  feed.updated = context.generation().manifest().created;
  const auto shelves = context.shelves();
  for (const auto* row : shelves->newest()) {
    if (feed.entries.size() == kFeedEntries) break;
    feed.entries.push_back(
        {.title = row->title,
         .url = origin + context.urls().article(context.lang(), row->id, row->kind),
         .updated = *row->updated,
         .summary = context.summary_of(*row),
         .category = row->category.empty() ? "" : context.category_name(row->category)});
  }
  return document("application/atom+xml; charset=utf-8", atom_feed(feed));
}

http::Response answer_llms(const PageContext& context) {
  const auto& site = context.center().config.site;
  const auto shelves = context.shelves();
  std::size_t count = 0;
  for (const auto& key : shelves->order()) count += shelves->articles(key).size();
  std::string text =
      "# " + site.name + "\n\n> " + interface_text(context, "home.description") + "\n";
  const auto add = [&](const std::string& heading, const std::vector<const Row*>& rows) {
    if (rows.empty()) return;
    text += "\n## " + heading + "\n\n";
    for (const auto* row : rows) text += llms_line(context, *row, count <= kArticlesWithSummary);
  };
  for (const auto& key : shelves->order()) add(context.category_name(key), shelves->articles(key));
  add(site.name, shelves->articles(""));
  const auto& languages = context.generation().languages();
  if (languages.size() > 1) text += "\n## Optional\n\n";
  for (const auto& lang : languages)
    if (lang != context.lang())
      text += "- [" + text::language_name(lang, lang) + "](" + context.origin() +
              context.urls().llms(lang) + ")\n";
  return document("text/plain; charset=utf-8", std::move(text));
}

http::Response answer_opensearch(const PageContext& context) {
  constexpr std::size_t kLongestShortName = 16;  // the standard's limit
  const auto& site = context.center().config.site;
  const auto origin = context.origin();
  const auto& urls = context.urls();
  const auto& assets = context.center().renderer.assets();
  const auto url = [&](const std::string& type, const std::string& address) {
    return "<Url type=\"" + type + "\" template=\"" + xml_text(origin + address) +
           "?q={searchTerms}\"/>\n";
  };
  std::string xml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n" +
      xml_element("ShortName", text::utf8_prefix(site.name, kLongestShortName)) +
      xml_element("Description", interface_text(context, "opensearch.description")) +
      url("text/html", urls.search(context.lang())) +
      url("application/x-suggestions+json", urls.suggest(context.lang())) +
      "<Image type=\"image/svg+xml\" width=\"32\" height=\"32\">" +
      xml_text(origin + assets.url(urls.base_path(), "favicon.svg")) + "</Image>\n" +
      xml_element("Language", context.lang()) + xml_element("InputEncoding", "UTF-8") +
      "</OpenSearchDescription>\n";
  return document("application/opensearchdescription+xml; charset=utf-8", std::move(xml));
}

// As browsers expect it: [typed, [titles], [descriptions], [addresses]].
http::Response answer_suggest(const PageContext& context) {
  const auto typed = text::utf8_prefix(context.request().param("q"), kLongestTyped);
  nlohmann::json titles = nlohmann::json::array();
  nlohmann::json descriptions = nlohmann::json::array();
  nlohmann::json addresses = nlohmann::json::array();
  const auto reader = context.reader();
  const auto suggested =
      context.center().suggester.suggest(context.generation(), {.text = std::string(typed),
                                                                .lang = context.lang(),
                                                                .fallbacks = reader.fallbacks,
                                                                .articles = kSuggestions,
                                                                .queries = 0,
                                                                .audience = reader.audience,
                                                                .now = reader.now});
  for (const auto& article : suggested.articles) {
    const std::string anchor = article.section ? article.section->anchor : std::string();
    titles.push_back(article.title);
    descriptions.push_back(description_of(context, article));
    addresses.push_back(context.origin() +
                        context.urls().article(article.lang, article.id, article.kind, anchor));
  }
  const nlohmann::json answer = {std::string(typed), titles, descriptions, addresses};
  return document("application/x-suggestions+json",
                  answer.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

http::Response answer_sitemap(const HelpCenter& center, const http::Request& request,
                              const Route& route) {
  constexpr const char* kType = "application/xml; charset=utf-8";
  const auto generation = center.searchers.generation();
  if (!generation) return http::problem(503, "The index has not been published yet.");
  if (route.page == Page::sitemap) {
    std::vector<SitemapEntry> index;
    for (const auto& lang : generation->languages()) {
      const PageContext context(center, request, route, generation, lang);
      std::size_t number = 0;
      for (const auto& part : sitemap_parts(context))
        index.push_back(
            {context.origin() + center.urls.sitemap_part(lang, ++number), newest_of(part)});
    }
    return document(kType, sitemap_index(index));
  }
  const auto slash = route.rest.find('/');
  const auto lang = route.rest.substr(0, slash);
  std::size_t number = 0;
  if (slash != std::string::npos && generation->has_language(lang)) {
    const char* end = route.rest.data() + route.rest.size();
    const auto [dot, error] = std::from_chars(route.rest.data() + slash + 1, end, number);
    if (error != std::errc{} || std::string_view(dot, end) != ".xml") number = 0;
  }
  if (number > 0) {
    const auto parts = sitemap_parts({center, request, route, generation, lang});
    if (number <= parts.size()) return document(kType, sitemap_part(parts[number - 1]));
  }
  return http::problem(404, "There is no such part of the sitemap.");
}

http::Response answer_robots(const HelpCenter& center, const http::Request& request) {
  const auto& base = center.urls.base_path();
  if (center.preview) return document("text/plain; charset=utf-8", "User-agent: *\nDisallow: /\n");
  const PageContext context(center, request, {}, nullptr, center.config.site.default_language);
  return document("text/plain; charset=utf-8",
                  "User-agent: *\nDisallow: " + base + "/api/\nDisallow: " + base +
                      "/*/search\nDisallow: " + base +
                      "/*/suggest\n\nSitemap: " + context.origin() + center.urls.sitemap() + "\n");
}

}  // namespace kb
