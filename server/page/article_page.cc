#include "server/page/article_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "server/page/frame.h"
#include "server/page/reader_words.h"

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

}  // namespace

std::string render(const Renderer& renderer, const ArticlePage& page) {
  const Frame frame(renderer, page.site);
  const std::string& lang = page.lang.empty() ? page.site.lang : page.lang;
  const auto& ui_texts = renderer.texts().in(frame.lang());
  json model = frame.model({.title = page.title, .description = page.summary, .alternates = true});
  model["breadcrumb"] = frame.links(page.breadcrumb);
  model["notice"] = language_notice(frame, page, lang);
  model["title"] = page.title;
  model["summary"] = page.summary;
  model["html"] = with_reader_words(page.html, lang, ui_texts);
  frame.mark_language(model["article"], lang);
  model["updated"] = page.updated
                         ? frame.text("article.updated",
                                      {{"date", text::format_date(*page.updated, frame.lang())}})
                         : "";
  model["updated_iso"] = page.updated ? iso_date(*page.updated) : "";
  model["video_hosts"] = joined(page.video_hosts);

  json toc = contents(page);
  model["has_contents"] = !toc.empty();
  model["contents"] = std::move(toc);
  json others = translations(page, lang);
  model["has_translations"] = !others.empty();
  model["translations"] = std::move(others);
  model["has_related"] = !page.related.empty();
  model["related"] = frame.links(page.related);
  return frame.fill("article", model);
}

}  // namespace kb::page
