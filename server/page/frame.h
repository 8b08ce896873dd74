// What the pages share in making their models for the templates: the layout's part, lists of
// articles, languages marked where they change.
//
//   const Frame frame(renderer, page.site);
//   auto model = frame.model({.title = page.name});
//   model["articles"] = frame.links(page.articles);
//   return frame.fill("category", model);
//
// Internal to server/page. Lives while one page is made.

#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "server/page/layout.h"
#include "server/page/renderer.h"

namespace kb::page {

struct Head {
  std::string title = {};        // empty: the site's name alone
  std::string description = {};  // may be empty
  bool for_engines = true;       // search engines may show this page
  bool search_in_header = true;
  bool for_finding = true;       // leads to articles, is not one: find.css
  bool hero = false;             // the search box comes before all else: the home page
  bool alternates = false;       // links to this page in the other languages that have it
  std::string kind = "website";  // as Open Graph names it
  std::string lang = {};         // of the text itself; empty: the interface's
  std::string structured_data = {};
  std::string markdown_url = {};
};

class Frame {
 public:
  Frame(const Renderer& renderer, const Site& site);

  // Of the interface; it may differ from the site's when that has no texts.
  const std::string& lang() const { return texts_.lang(); }
  std::string text(std::string_view key,
                   const text::MessageFormatter::Arguments& arguments = {}) const {
    return texts_.format(key, arguments);
  }

  nlohmann::json model(const Head& head) const;
  nlohmann::json link(const ArticleLink& link) const;
  nlohmann::json links(const std::vector<ArticleLink>& links) const;
  nlohmann::json links(const std::vector<Link>& links) const;
  nlohmann::json badges(const std::vector<Badge>& badges) const;
  std::string icon(const std::string& name) const;
  std::string asset_url(std::string_view name) const;

  // Adds the choice of what to show, `has_filter` and `filter`: of the axes that `keys`
  // ("platform:android") name, since there is nothing to choose by the others on this page.
  void add_filter(nlohmann::json& model, const std::vector<FilterAxis>& filter,
                  const std::vector<std::string>& keys) const;

  // Adds the links to the pages before and after this one, as _paging.mustache shows them.
  void add_paging(nlohmann::json& model, const Paging& paging) const;

  // The same address with scheme and host, where the site knows them.
  std::string absolute(const std::string& url) const;

  // A reader's or writer's text, put into a sentence: of another direction, it does not turn the
  // words around it.
  std::string isolated(const std::string& text) const;

  // Gives `item` the language and direction of its text: empty where they are the interface's own.
  // An empty `lang` is the site's.
  void mark_language(nlohmann::json& item, std::string_view lang) const;

  std::string fill(std::string_view page, const nlohmann::json& model) const;

 private:
  nlohmann::json alternates() const;
  void add_head(nlohmann::json& model, const Head& head) const;
  void add_languages(nlohmann::json& model) const;
  void add_assets(nlohmann::json& model) const;

  const Renderer& renderer_;
  const Site& site_;
  LanguageTexts texts_;
};

}  // namespace kb::page
