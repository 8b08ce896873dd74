#include "server/page/article_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "server/page/frame.h"
#include "server/page/heading_links.h"
#include "server/page/html_text.h"
#include "server/page/preview_notes.h"
#include "server/page/reader_words.h"
#include "server/page/structured_data.h"

namespace kb::page {
namespace {

using nlohmann::json;

constexpr int kEnoughForContents = 3;  // a shorter page is seen at a glance

json contents(const ArticlePage& page) {
  const auto chapters = std::ranges::count(page.headings, 2, &Heading::level);
  json items = json::array();
  if (chapters < kEnoughForContents) return items;
  for (const auto& heading : page.headings) {
    if (heading.level > 3 || heading.anchor.empty()) continue;
    items.push_back(
        {{"anchor", heading.anchor}, {"title", heading.title}, {"sub", heading.level == 3}});
  }
  return items;
}

json translations(const ArticlePage& page, std::string_view lang) {
  json items = json::array();
  for (const auto& language : page.site.languages) {
    if (!language.exists || language.lang == lang) continue;
    items.push_back({{"lang", language.lang},
                     {"name", text::language_name(language.lang, language.lang)},
                     {"url", language.url}});
  }
  return items;
}

std::string language_notice(const Frame& frame, const ArticlePage& page, std::string_view lang) {
  if (lang == page.site.lang) return {};
  return frame.text("article.other_language",
                    {{"wanted", text::language_name(page.site.lang, frame.lang())},
                     {"language", text::language_name(lang, frame.lang())}});
}

std::string joined(const std::vector<std::string>& words) {
  std::string line;
  for (const auto& word : words) line += (line.empty() ? "" : " ") + word;
  return line;
}

std::string body(const ArticlePage& page, std::string_view lang, const LanguageTexts& texts) {
  return with_heading_links(with_reader_words(page.html, lang, texts),
                            {.lang = lang,
                             .texts = texts,
                             .value_labels = page.value_labels,
                             .value_keys = page.value_keys});
}

std::string for_engines(const Frame& frame, const ArticlePage& page, const std::string& lang) {
  const Site& site = page.site;
  ArticleFactsForEngines facts;
  facts.title = page.title;
  facts.description = page.summary;
  facts.url = site.canonical_url.empty() ? "" : frame.absolute(site.canonical_url);
  facts.lang = lang;
  facts.updated = page.updated;
  facts.publisher = site.name;
  facts.image_url = site.social_image_url.empty() ? "" : frame.absolute(site.social_image_url);
  facts.section = page.category_name;
  facts.breadcrumb.push_back({site.name, frame.absolute(site.home_url)});
  for (const auto& link : page.breadcrumb)
    facts.breadcrumb.push_back({link.text, frame.absolute(link.url)});
  return structured_data(facts);
}

json neighbour(const Frame& frame, const std::optional<ArticleLink>& link) {
  return link ? json::array({frame.link(*link)}) : json::array();
}

// The language of the interface's words inside the article: empty where it is the article's own.
void mark_interface(json& item, const Frame& frame, std::string_view lang) {
  const bool differs = lang != frame.lang();
  item["lang"] = differs ? frame.lang() : "";
  item["dir"] = differs ? direction(frame.lang()) : "";
}

void add_neighbours(json& model, const Frame& frame, const ArticlePage& page) {
  model["has_related"] = !page.related.empty();
  model["related"] = frame.links(page.related);
  model["has_neighbours"] = page.previous || page.next;
  model["category_name"] = page.category_name;
  model["previous"] = neighbour(frame, page.previous);
  model["next"] = neighbour(frame, page.next);
}

void add_facts(json& model, const Frame& frame, const ArticlePage& page) {
  model["updated"] = page.updated
                         ? frame.text("article.updated",
                                      {{"date", text::format_date(*page.updated, frame.lang())}})
                         : "";
  model["updated_iso"] = page.updated ? iso_date(*page.updated) : "";
  model["from_support"] = page.from_support;
  model["newer_url"] = page.newer.text.empty() ? "" : page.newer.url;
  model["newer"] =
      page.newer.text.empty() ? "" : frame.text("article.newer", {{"language", page.newer.text}});
}

// `html` is the body as it is served.
void add_applies_to(json& model, const Frame& frame, const ArticlePage& page,
                    std::string_view html) {
  auto keys = keys_of_headings(html);
  for (const auto& badge : page.badges) keys.push_back(badge.key);
  model["has_badges"] = !page.badges.empty();
  model["badges"] = frame.badges(page.badges);
  model["folded_text"] = frame.text("applies_to.folded_section", {{"values", "{values}"}});
  model["other_text"] = frame.text("applies_to.other_article", {{"values", "{values}"}});
  frame.add_filter(model, page.filter, keys);
}

}  // namespace

std::string render(const Renderer& renderer, const ArticlePage& page) {
  const Frame frame(renderer, page.site);
  const std::string& lang = page.lang.empty() ? page.site.lang : page.lang;
  json model = frame.model({.title = page.title,
                            .description = page.summary,
                            .for_engines = !page.unlisted,
                            .for_finding = false,
                            .alternates = true,
                            .kind = "article",
                            .lang = lang,
                            .structured_data = for_engines(frame, page, lang),
                            .markdown_url = page.markdown_url});
  model["breadcrumb"] = frame.links(page.breadcrumb);
  model["notice"] = language_notice(frame, page, lang);
  model["title"] = page.title;
  model["object"] = page.site.events_url.empty() ? std::string() : page.object;
  model["summary"] = page.begins_with_summary ? std::string() : page.summary;
  std::string html = body(page, lang, renderer.texts().in(frame.lang()));
  add_applies_to(model, frame, page, html);
  model["html"] = std::move(html);
  frame.mark_language(model["article"], lang);
  mark_interface(model["interface"], frame, lang);
  model["video_hosts"] = joined(page.video_hosts);
  add_facts(model, frame, page);

  json toc = contents(page);
  model["has_contents"] = !toc.empty();
  model["contents"] = std::move(toc);
  json others = translations(page, lang);
  model["has_translations"] = !others.empty();
  model["translations"] = std::move(others);
  add_neighbours(model, frame, page);
  if (!page.vote.action.empty()) {
    model["vote"] = vote_model(page.vote);
    model["script_url"] = frame.asset_url("feedback.js");
  }
  model["has_side"] = model["has_contents"] == true || (page.site.preview && page.preview.checked);
  if (page.site.preview) add_preview_notes(model, frame, page.preview);
  return frame.fill("article", model);
}

}  // namespace kb::page
