// The configuration of one site: kb.yaml, then KB_… variables of the environment, then flags.
//
//   Result<Config> config = load_config("kb.yaml", environment);
//   config->server.listen                      // "127.0.0.1:8080", or what KB_SERVER_LISTEN says
//
// Every key has a default; an unknown key is an Error with its line and the nearest known key.
// Relative paths are made relative to the file's folder. A plain value once loaded: share it
// freely.

#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb {

enum class SourceKind { articles, answers, tickets };

struct SourceConfig {
  SourceKind kind = SourceKind::articles;
  std::filesystem::path path;
  std::vector<std::string> layout = {"{lang}/{path}.md"};  // tried in order

  // Of tickets only.
  std::string name;    // of the helpdesk; empty: the path's last part
  std::string format;  // "jsonl", "csv", "zendesk", "chatwoot", "zammad", "mbox"
  std::map<std::string, std::string> columns;  // of a CSV file: what we read -> its column
};

// A text by language; "" is for all languages that have none of their own.
using LocalText = std::map<std::string, std::string>;

struct SiteLink {
  LocalText text;
  std::string url;  // {lang} in it becomes the page's language
};

struct SiteConfig {
  std::string name = "Help center";
  std::filesystem::path logo;          // an image file; none: the name in words
  std::filesystem::path social_image;  // shown where a page is shared: PNG or JPEG, 1200 × 630
  std::string accent;                  // "#0a6b4e"; empty: the built-in one
  LocalText notice;                    // one line above every page, such as a known outage
  std::string contact;                 // https://… or mailto:…, {lang} in it as in SiteLink
  std::vector<SiteLink> header_links;
  std::vector<SiteLink> footer_links;
  std::string base_url;   // "https://help.example.com"; empty: as the request says
  std::string base_path;  // "/help", or empty
  std::string default_language = "en";
  std::vector<std::string> languages;  // published; empty or {"all"}: every language found
  std::map<std::string, std::vector<std::string>> fallback;  // ro: [en]; else: [default_language]
};

// The team's words for search: {lang}/synonyms.yaml, pins.yaml, stopwords.yaml, judgements.tsv.
struct SearchConfig {
  std::filesystem::path path = "content/search";  // need not be there
};

struct IndexConfig {
  std::filesystem::path path = "var/index";
  int keep = 2;  // generations kept besides the live one's successor, 1 or more
};

struct StoreConfig {
  std::string url = "sqlite:var/answerwell.db";
};

struct ServerConfig {
  std::string listen = "127.0.0.1:8080";
  std::vector<std::string> trusted_proxies = {"127.0.0.1/32", "::1/128"};
  std::string log_format = "text";  // or "json"
  std::vector<std::string>
      video_hosts;                  // whose players pages may embed: "www.youtube-nocookie.com"
  std::filesystem::path templates;  // where the pages' templates are; empty: the built-in ones
  std::vector<std::string> frame_ancestors;  // sites whose pages may show /agent/panel
};

// Who logs in, and how long for.
struct LoginConfig {
  int session_hours = 12;
  std::string proxy_user_header;  // of a trusted proxy that logs people in; empty: none does
  std::string proxy_role_header;  // what it says of their role; empty: what their account has
};

// Personal data that only this site knows.
struct RedactConfig {
  std::map<std::string, std::string> patterns;  // what it is -> regular expression
  std::vector<std::string> keep;                // never taken out: the support team's own address
};

// What the team promises its customers.
struct TicketTarget {
  int first_response_minutes = 0;  // 0: nothing promised
  int resolution_minutes = 0;
};

struct TicketsConfig {
  std::map<std::string, TicketTarget> targets;  // by plan; "": of all others
  std::vector<std::string> article_urls;        // besides base_url: where links lead to articles
  bool four_eyes = false;                       // nobody publishes an answer alone
  int sample = 10;                              // replies drawn for peer review each week
};

struct Config {
  SiteConfig site;
  std::vector<SourceConfig> sources;
  SearchConfig search;
  IndexConfig index;
  StoreConfig store;
  ServerConfig server;
  LoginConfig login;
  RedactConfig redact;
  TicketsConfig tickets;
  std::filesystem::path file;  // that it was read from; empty: the defaults

  // The languages to search after `lang`, best first; never `lang` itself.
  std::vector<std::string> fallbacks_of(const std::string& lang) const;
};

// What the environment says of a name ("KB_SITE_NAME"); passed in, so that tests decide.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

// A missing file is an Error, except where `path` is empty: then kb.yaml of the working folder if
// there is one, else the defaults with content/articles as the one source.
Result<Config> load_config(const std::filesystem::path& path, const Environment& environment);
Result<Config> parse_config(const std::string& yaml, const std::filesystem::path& file,
                            const Environment& environment);

}  // namespace kb
