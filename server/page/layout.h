// What every page of the help center has around its own content: header, search box, language menu,
// footer, and the links that search engines read.
//
//   Site site;
//   site.lang = "ro";
//   site.languages = {{"en", "/en/"}, {"ro", "/ro/"}};
//
// Plain values. URLs are final: encoded, with the base path in front; a page makes only those of
// its own assets. Texts are UTF-8, escaped by the page.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"

namespace kb::page {

// A language of the site, as a choice on the page at hand.
struct LanguageLink {
  std::string lang;    // canonical BCP 47 tag: "pt-BR"
  std::string url;     // this very page in that language if it exists, else what is nearest
  bool exists = true;  // this very page exists in that language
};

struct Link {
  std::string text;
  std::string url;
};

// A long list goes on over several pages.
struct Paging {
  std::int64_t number = 1;        // of this page
  std::string previous_url = {};  // empty on the first page
  std::string next_url = {};      // empty on the last
};

// One value of what an article applies to, as the reader sees it: "plan:home", "Home".
struct Badge {
  std::string key;
  std::string label;
};

// One thing to choose by: "platform", "Device", and its values.
struct FilterAxis {
  std::string key;
  std::string label;
  std::vector<Badge> values;
};

struct Site {
  std::string name;              // "Fernway Help"
  std::string base_path;         // "" or "/help": goes before the paths of assets
  std::string base_url;          // scheme and host, "https://help.fernway.example"; may be empty
  std::string lang;              // the page's language: "ro"
  std::string default_language;  // its texts stand in where `lang` has none
  std::string home_url;          // "/ro/"
  std::string search_url;        // "/ro/search"
  std::string suggest_url;       // "/api/v1/suggest?lang=ro"
  std::string contact_url;       // a page, another site's, or mailto:; empty: none
  std::string privacy_url;       // empty: no such page
  std::string canonical_url;     // path of this page's one true address; empty: none
  std::string query;             // what stands in the search box
  std::vector<LanguageLink> languages;  // all, the page's own too, in the order to show

  // The brand.
  std::string logo_url = {};  // an image that stands before the name; empty: none
  std::vector<Link> header_links = {};
  std::vector<Link> footer_links = {};
  std::string notice = {};            // one line for everybody, above the page's content
  std::string social_image_url = {};  // of links shared elsewhere: absolute, or a path

  // For feed readers and browsers.
  std::string feed_url = {};        // Atom
  std::string opensearch_url = {};  // the description of this site's search

  // What happened before, sealed, and where the page's script tells what happens on it; empty:
  // nothing is noted (server/events/events.h).
  std::string trail = {};
  std::string events_url = {};
  std::string query_id = {};  // of the search that led here, or that this page shows

  // A writer's preview: pages say so, and reload when the text at this address changes.
  bool preview = false;
  std::string preview_state_url = {};
  std::string preview_state = {};  // the text there as this page is made
};

struct ArticleLink {
  std::string title;
  std::string url;
  std::string summary;             // may be empty
  std::string lang;                // the article's; empty: the page's
  std::optional<Time> updated;     // shown where dates matter: newest articles
  std::vector<Badge> badges = {};  // what it applies to; empty: everything
};

}  // namespace kb::page
