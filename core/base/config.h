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

// What happens after a search, and what of it is kept.
struct InsightsConfig {
  std::string time_zone = "UTC";  // whose midnight ends a day: an IANA name, "Europe/Bucharest"
  int keep_days = 180;            // events one by one; their daily sums stay
  int shown_from = 5;             // a query is shown once so many visitors made it
  double cost_per_ticket = 0;     // 0: no cost line
  std::string currency = "EUR";
};

// How gaps are found, and where what is written for them goes.
struct GapsConfig {
  int days = 28;                 // that a report looks at
  int least_customers = 2;       // that a gap failed; fewer are no gap
  std::filesystem::path drafts;  // folder that "start article" writes to; empty: the articles' own
  std::string draft_branch;      // git branch for each draft, "gap/{id}"; empty: the file alone
  std::string digest_to;         // e-mail address of the weekly digest; empty: no mail
  std::string digest_webhook;    // https://… that takes the digest; empty: none
  int digest_day = 1;            // of the week, 1: Monday
};

// The widget in other sites' pages.
struct WidgetConfig {
  std::vector<std::string> origins;  // "https://app.example.com": who may embed it; empty: none
};

// A way to reach the team, shown where it suits the category.
struct ChannelConfig {
  std::string kind;                     // "form", "phone", "chat", "link"
  LocalText name;                       // empty: the built-in word for its kind
  std::string address;                  // a phone number or https://…; of a form: nothing
  std::vector<std::string> categories;  // best for these; empty: for all others
  std::string hours;       // "Mo-Fr 09:00-17:00", in the site's time zone; empty: always
  int answer_minutes = 0;  // expected; 0: not told
};

// The contact form and what becomes of what it sends.
struct ContactConfig {
  bool form = true;       // false: pages link to site.contact instead, if there is one
  double holdout = 0.05;  // share of form openings that see no suggestions
  std::vector<ChannelConfig> channels;
  int answer_minutes = 24 * 60;   // until a first answer, as the team expects
  int keep_days = 90;             // text and address of a ticket that was delivered
  std::string webhook;            // https://… that takes each ticket; empty: none does
  std::string webhook_secret;     // whsec_…, as Standard Webhooks writes them
  bool private_webhooks = false;  // may the webhook be inside a private network?
  std::string mail_to;            // the team's address that takes each ticket; empty: none does
};

struct MailConfig {
  std::string smtp;  // "smtps://mail.example.com:465" or "smtp://…:587"; empty: no mail is sent
  std::string user;
  std::string password;
  std::string from;                // "help@example.com"
  bool require_encryption = true;  // false: for a relay on this machine
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
  InsightsConfig insights;
  GapsConfig gaps;
  WidgetConfig widget;
  ContactConfig contact;
  MailConfig mail;
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
