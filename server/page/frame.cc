#include "server/page/frame.h"

#include <nlohmann/json.hpp>

namespace kb::page {

using nlohmann::json;

std::string direction(std::string_view lang) {
  return text::is_right_to_left(lang) ? "rtl" : "ltr";
}

Frame::Frame(const Renderer& renderer, const Site& site)
    : renderer_(renderer),
      site_(site),
      texts_(renderer.texts().in(renderer.texts().language_for(site.lang, site.default_language))) {
}

json Frame::model(const Head& head) const {
  json model = {
      {"page_lang", lang()},
      {"page_dir", direction(lang())},
      {"page_title", head.title.empty() ? site_.name : head.title + " – " + site_.name},
      {"description", head.description},
      {"noindex", !head.for_engines},
      {"canonical_url", site_.canonical_url.empty() ? "" : absolute(site_.canonical_url)},
      {"alternates", head.alternates ? alternates() : json::array()},
      {"site_name", site_.name},
      {"home_url", site_.home_url},
      {"search_url", site_.search_url},
      {"query", site_.query},
      {"search_in_header", head.search_in_header},
      {"contact_url", site_.contact_url},
      {"privacy_url", site_.privacy_url},
  };
  add_languages(model);
  add_assets(model);
  return model;
}

json Frame::alternates() const {
  json alternates = json::array();
  for (const auto& language : site_.languages) {
    if (!language.exists) continue;
    alternates.push_back({{"hreflang", language.lang}, {"url", absolute(language.url)}});
    if (language.lang == site_.default_language) {
      alternates.push_back({{"hreflang", "x-default"}, {"url", absolute(language.url)}});
    }
  }
  return alternates;
}

void Frame::add_languages(json& model) const {
  json here = json::array();
  json elsewhere = json::array();
  for (const auto& language : site_.languages) {
    json& list = language.exists ? here : elsewhere;
    list.push_back({{"lang", language.lang},
                    {"name", text::language_name(language.lang, language.lang)},
                    {"url", language.url},
                    {"current", language.lang == site_.lang}});
  }
  model["has_languages"] = site_.languages.size() > 1;
  model["language_name"] = text::language_name(site_.lang, site_.lang);
  mark_language(model["language"], site_.lang);
  model["languages_here"] = std::move(here);
  model["has_languages_elsewhere"] = !elsewhere.empty();
  model["languages_elsewhere"] = std::move(elsewhere);
}

void Frame::add_assets(json& model) const {
  const Assets& assets = renderer_.assets();
  const auto url = [&](std::string_view name) { return assets.url(site_.base_path, name); };
  model["css_url"] = url("site.css");
  model["theme_url"] = assets.find("theme.css") ? url("theme.css") : "";
  model["js_url"] = url("site.js");
  model["icons_url"] = url("icons.svg");
  model["favicon_url"] = url("favicon.svg");
}

json Frame::link(const ArticleLink& link) const {
  json item = {{"title", link.title}, {"url", link.url}, {"summary", link.summary}};
  mark_language(item, link.lang);
  return item;
}

json Frame::links(const std::vector<ArticleLink>& links) const {
  json items = json::array();
  for (const auto& each : links) items.push_back(link(each));
  return items;
}

json Frame::links(const std::vector<Link>& links) const {
  json items = json::array();
  for (const auto& each : links) items.push_back({{"text", each.text}, {"url", each.url}});
  return items;
}

std::string Frame::icon(const std::string& name) const {
  const Asset* icons = renderer_.assets().find("icons.svg");
  const bool known =
      !name.empty() && icons && icons->body.find("id=\"" + name + "\"") != std::string::npos;
  return known ? name : "folder";
}

void Frame::mark_language(json& item, std::string_view lang) const {
  const std::string_view own = lang.empty() ? std::string_view(site_.lang) : lang;
  const bool differs = own != this->lang();
  item["lang"] = differs ? std::string(own) : "";
  item["dir"] = differs ? direction(own) : "";
}

std::string Frame::fill(std::string_view page, const json& model) const {
  return renderer_.fill(page, lang(), model);
}

}  // namespace kb::page
