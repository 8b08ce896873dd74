#include "server/page/frame.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "server/page/html_text.h"

namespace kb::page {

using nlohmann::json;

namespace {

// Hebrew, Arabic, Syriac, Thaana, N'Ko: U+0590 to U+07FF, whose UTF-8 begins with D6 to DF.
bool has_right_to_left_letters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0xD6 && byte <= 0xDF;
  });
}

}  // namespace

Frame::Frame(const Renderer& renderer, const Site& site)
    : renderer_(renderer),
      site_(site),
      texts_(renderer.texts().in(renderer.texts().language_for(site.lang, site.default_language))) {
}

json Frame::model(const Head& head) const {
  json model = {
      {"page_lang", lang()},
      {"page_dir", direction(lang())},
      {"site_name", site_.name},
      {"home_url", site_.home_url},
      {"search_url", site_.search_url},
      {"suggest_url", site_.suggest_url},
      {"query", site_.query},
      {"search_in_header", head.search_in_header},
      {"style", renderer_.style(head.for_finding ? Looks::finding : Looks::reading)},
      {"hero", head.hero},
      {"logo_url", site_.logo_url},
      {"has_header_links", !site_.header_links.empty()},
      {"header_links", links(site_.header_links)},
      {"footer_links", links(site_.footer_links)},
      {"site_notice", site_.notice},
      {"contact_url", site_.contact_url},
      {"privacy_url", site_.privacy_url},
      {"events_url", site_.events_url},
      {"trail", site_.trail},
      {"query_id", site_.query_id},
      {"preview", site_.preview},
      {"preview_state_url", site_.preview ? site_.preview_state_url : ""},
      {"preview_state", site_.preview_state},
  };
  add_head(model, head);
  add_languages(model);
  add_assets(model);
  return model;
}

void Frame::add_head(json& model, const Head& head) const {
  const bool has_address = !site_.base_url.empty() && !site_.canonical_url.empty();
  std::string locale = head.lang.empty() ? lang() : head.lang;
  std::ranges::replace(locale, '-', '_');
  model["page_title"] = head.title.empty() ? site_.name : head.title + " – " + site_.name;
  model["description"] = head.description;
  model["noindex"] = !head.for_engines;
  model["canonical_url"] = site_.canonical_url.empty() ? "" : absolute(site_.canonical_url);
  model["alternates"] = head.alternates ? alternates() : json::array();
  model["shared"] = has_address;
  model["shared_title"] = head.title.empty() ? site_.name : head.title;
  model["shared_kind"] = head.kind;
  model["shared_locale"] = std::move(locale);
  model["shared_image_url"] =
      site_.social_image_url.empty() ? "" : absolute(site_.social_image_url);
  model["feed_url"] = site_.feed_url;
  model["feed_title"] = site_.feed_url.empty() ? "" : text("feed.title", {{"site", site_.name}});
  model["opensearch_url"] = site_.opensearch_url;
  model["markdown_url"] = head.markdown_url;
  model["structured_data"] = head.structured_data;
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
  model["theme_url"] = assets.find("theme.css") ? url("theme.css") : "";
  model["js_url"] = url("site.js");
  model["combobox_js_url"] = url("combobox.js");
  model["combobox_css_url"] = url("combobox.css");
  model["filter_js_url"] = url("filter.js");
  model["events_js_url"] = site_.events_url.empty() ? "" : url("events.js");
  model["preview_js_url"] = url("preview.js");
  model["icons_url"] = url("icons.svg");
  model["favicon_url"] = url("favicon.svg");
}

json Frame::link(const ArticleLink& link) const {
  json item = {{"title", link.title}, {"url", link.url}, {"summary", link.summary}};
  std::string keys;
  for (const auto& badge : link.badges) keys += (keys.empty() ? "" : " ") + badge.key;
  item["applies"] = std::move(keys);
  item["badges"] = badges(link.badges);
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

json Frame::badges(const std::vector<Badge>& badges) const {
  json items = json::array();
  for (const auto& badge : badges) items.push_back({{"key", badge.key}, {"label", badge.label}});
  return items;
}

void Frame::add_filter(json& model, const std::vector<FilterAxis>& filter,
                       const std::vector<std::string>& keys) const {
  json axes = json::array();
  for (const auto& axis : filter) {
    const bool named = std::ranges::any_of(
        keys, [&](const std::string& key) { return key.starts_with(axis.key + ":"); });
    if (!named) continue;
    axes.push_back({{"key", axis.key}, {"label", axis.label}, {"values", badges(axis.values)}});
  }
  model["has_filter"] = !axes.empty();
  model["filter"] = std::move(axes);
}

void Frame::add_paging(json& model, const Paging& paging) const {
  model["paged"] = !paging.previous_url.empty() || !paging.next_url.empty();
  model["page_number"] = text("search.page", {{"number", paging.number}});
  model["previous_url"] = paging.previous_url;
  model["next_url"] = paging.next_url;
}

std::string Frame::absolute(const std::string& url) const {
  const bool is_path = url.starts_with('/') && !url.starts_with("//");
  return is_path ? site_.base_url + url : url;
}

std::string Frame::isolated(const std::string& text) const {
  const bool turns = text::is_right_to_left(lang()) || has_right_to_left_letters(text);
  return turns ? "\u2068" + text + "\u2069" : text;
}

std::string Frame::icon(const std::string& name) const {
  const Asset* icons = renderer_.assets().find("icons.svg");
  const bool known =
      !name.empty() && icons && icons->body.find("id=\"" + name + "\"") != std::string::npos;
  return known ? name : "folder";
}

std::string Frame::asset_url(std::string_view name) const {
  return renderer_.assets().url(site_.base_path, name);
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
