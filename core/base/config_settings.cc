#include "core/base/config_settings.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace kb {

std::string read_count(const std::string& text, int low, int high, int& into) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
    return "expected a whole number from " + std::to_string(low) + " to " + std::to_string(high);
  into = value;
  return {};
}

std::string read_minutes(const std::string& text, int& into) {
  constexpr int kLongest = 100'000;
  const int unit = text.ends_with('m')   ? 1
                   : text.ends_with('h') ? 60
                   : text.ends_with('d') ? 1440
                                         : 0;
  int count = 0;
  if (unit == 0 || !read_count(text.substr(0, text.size() - 1), 1, kLongest, count).empty())
    return "expected a time such as 30m, 4h or 2d";
  into = count * unit;
  return {};
}

bool is_link(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://") || url.starts_with("mailto:") ||
         (url.starts_with('/') && !url.starts_with("//"));
}

namespace {

std::string base_path(Config& config, const Setting::Values& v) {
  std::string path = v[0];
  while (!path.empty() && path.back() == '/') path.pop_back();
  if (!path.empty() && path.front() != '/') return "expected a path such as /help";
  config.site.base_path = path;
  return {};
}

std::string base_url(Config& config, const Setting::Values& v) {
  std::string url = v[0];
  while (!url.empty() && url.back() == '/') url.pop_back();
  if (!url.empty() && !url.starts_with("https://") && !url.starts_with("http://"))
    return "expected an address such as https://help.example.com";
  config.site.base_url = url;
  return {};
}

std::string listen_address(Config& config, const Setting::Values& v) {
  int port = 0;
  const auto colon = v[0].rfind(':');
  if (colon == std::string::npos || colon == 0 ||
      !read_count(v[0].substr(colon + 1), 0, 65535, port).empty())
    return "expected HOST:PORT, such as 127.0.0.1:8080";
  config.server.listen = v[0];
  return {};
}

std::string contact(Config& config, const Setting::Values& v) {
  if (!v[0].empty() && !is_link(v[0]))
    return "expected an address such as https://example.com/contact or mailto:help@example.com";
  config.site.contact = v[0];
  return {};
}

std::string accent(Config& config, const Setting::Values& v) {
  const bool digits = v[0].find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
  const bool is_colour = v[0].starts_with('#') && digits && (v[0].size() == 4 || v[0].size() == 7);
  if (!v[0].empty() && !is_colour) return "expected a colour such as \"#0a6b4e\", in quotes";
  config.site.accent = v[0];
  return {};
}

std::string log_format(Config& config, const Setting::Values& v) {
  if (v[0] != "text" && v[0] != "json") return "expected text or json";
  config.server.log_format = v[0];
  return {};
}

std::string read_truth(const std::string& text, bool& into) {
  if (text != "true" && text != "false") return "expected true or false";
  into = text == "true";
  return {};
}

bool is_site(std::string_view url) {
  return url.starts_with("https://") || url.starts_with("http://");
}

// They go into a header: a space or a semicolon would begin another directive.
std::string frame_ancestors(Config& config, const Setting::Values& v) {
  for (const auto& site : v)
    if (!is_site(site) || site.find_first_of(" ;,'\"\t\r\n") != std::string::npos)
      return "expected sites such as https://desk.example.com, not '" + site + "'";
  config.server.frame_ancestors = v;
  return {};
}

std::string article_urls(Config& config, const Setting::Values& v) {
  config.tickets.article_urls.clear();
  for (std::string url : v) {
    if (!is_site(url))
      return "expected addresses such as https://help.example.com, not '" + url + "'";
    while (url.ends_with('/')) url.pop_back();
    config.tickets.article_urls.push_back(std::move(url));
  }
  return {};
}

std::string header_name(const std::string& text, std::string& into) {
  constexpr std::string_view kAllowed =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  if (text.find_first_not_of(kAllowed) != std::string::npos)
    return "expected a header's name such as X-Remote-User";
  into = text;
  return {};
}

// Digits with a point, whatever the process's locale.
std::string read_amount(const std::string& text, double low, double high, double& into) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_number = error == std::errc{} && end == text.data() + text.size();
  if (!is_number || !(value >= low && value <= high)) return "expected a number, 0 or more";
  into = value;
  return {};
}

std::string holdout(Config& config, const Setting::Values& v) {
  if (!read_amount(v[0], 0, 1, config.contact.holdout).empty())
    return "expected a share from 0 to 1, such as 0.05";
  return {};
}

std::string web_address(const std::string& text, std::string& into) {
  if (!text.empty() && !is_site(text))
    return "expected an address such as https://desk.example.com/hook";
  into = text;
  return {};
}

std::string webhook_secret(Config& config, const Setting::Values& v) {
  if (!v[0].empty() && !v[0].starts_with("whsec_"))
    return "expected whsec_ and the secret in base64";
  config.contact.webhook_secret = v[0];
  return {};
}

std::string smtp(Config& config, const Setting::Values& v) {
  if (!v[0].empty() && !v[0].starts_with("smtp://") && !v[0].starts_with("smtps://"))
    return "expected smtps://HOST:465 or smtp://HOST:587";
  config.mail.smtp = v[0];
  return {};
}

std::string mail_address(const std::string& text, std::string& into) {
  const auto at = text.find('@');
  const bool is_address = at != std::string::npos && at > 0 && at + 1 < text.size() &&
                          text.find_first_of(" <>,;\t\r\n") == std::string::npos;
  if (!text.empty() && !is_address) return "expected an address such as help@example.com";
  into = text;
  return {};
}

std::string digest_day(Config& config, const Setting::Values& v) {
  constexpr std::array<std::string_view, 7> kDays = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
  const auto* day = std::ranges::find(kDays, v[0]);
  if (day == kDays.end()) return "expected a day of the week: Mo, Tu, We, Th, Fr, Sa or Su";
  config.gaps.digest_day = static_cast<int>(day - kDays.begin()) + 1;
  return {};
}

// What git takes for the name of a branch, with the gap's number in it.
std::string draft_branch(Config& config, const Setting::Values& v) {
  const auto& name = v[0];
  const bool is_name = name.empty() || (name.find("{id}") != std::string::npos &&
                                        name.find_first_of(" ~^:?*[\\\t\n") == std::string::npos &&
                                        name.find("..") == std::string::npos &&
                                        name.front() != '/' && name.front() != '-');
  if (!is_name) return "expected a branch such as gap/{id}";
  config.gaps.draft_branch = name;
  return {};
}

// "https://app.example.com": scheme and host, as browsers send it.
std::string widget_origins(Config& config, const Setting::Values& v) {
  for (const auto& origin : v) {
    const auto host = origin.find("://");
    const bool is_origin = (origin.starts_with("https://") || origin.starts_with("http://")) &&
                           host + 3 < origin.size() &&
                           origin.find_first_of("/*? #", host + 3) == std::string::npos;
    if (!is_origin) return "expected origins such as https://app.example.com";
  }
  config.widget.origins = v;
  return {};
}

// "90m", "4h", "2d"
std::string answer_time(Config& config, const Setting::Values& v) {
  return read_minutes(v[0], config.contact.answer_minutes);
}

constexpr auto kOne = Setting::Shape::one;
constexpr auto kList = Setting::Shape::list;

#define KB_ASSIGN(target, value)            \
  [](Config& c, const Setting::Values& v) { \
    c.target = value;                       \
    return std::string();                   \
  }
constexpr std::array kSettings = {
    Setting{"site", "name", kOne, KB_ASSIGN(site.name, v[0])},
    Setting{"site", "logo", kOne, KB_ASSIGN(site.logo, v[0])},
    Setting{"site", "social_image", kOne, KB_ASSIGN(site.social_image, v[0])},
    Setting{"site", "accent", kOne, accent},
    Setting{"site", "contact", kOne, contact},
    Setting{"site", "base_url", kOne, base_url},
    Setting{"site", "base_path", kOne, base_path},
    Setting{"site", "default_language", kOne, KB_ASSIGN(site.default_language, v[0])},
    Setting{"site", "languages", kList, KB_ASSIGN(site.languages, v)},
    Setting{"search", "path", kOne, KB_ASSIGN(search.path, v[0])},
    Setting{"index", "path", kOne, KB_ASSIGN(index.path, v[0])},
    Setting{"index", "keep", kOne,
            [](Config& c, const Setting::Values& v) {
              return read_count(v[0], 1, 1000, c.index.keep);
            }},
    Setting{"store", "url", kOne, KB_ASSIGN(store.url, v[0])},
    Setting{"server", "listen", kOne, listen_address},
    Setting{"server", "trusted_proxies", kList, KB_ASSIGN(server.trusted_proxies, v)},
    Setting{"server", "log_format", kOne, log_format},
    Setting{"server", "video_hosts", kList, KB_ASSIGN(server.video_hosts, v)},
    Setting{"server", "templates", kOne, KB_ASSIGN(server.templates, v[0])},
    Setting{"server", "frame_ancestors", kList, frame_ancestors},
    Setting{"login", "session_hours", kOne,
            [](Config& c, const Setting::Values& v) {
              return read_count(v[0], 1, 24 * 90, c.login.session_hours);
            }},
    Setting{"login", "proxy_user_header", kOne,
            [](Config& c, const Setting::Values& v) {
              return header_name(v[0], c.login.proxy_user_header);
            }},
    Setting{"login", "proxy_role_header", kOne,
            [](Config& c, const Setting::Values& v) {
              return header_name(v[0], c.login.proxy_role_header);
            }},
    Setting{"redact", "keep", kList, KB_ASSIGN(redact.keep, v)},
    Setting{"tickets", "article_urls", kList, article_urls},
    Setting{
        "tickets", "four_eyes", kOne,
        [](Config& c, const Setting::Values& v) { return read_truth(v[0], c.tickets.four_eyes); }},
    Setting{"tickets", "sample", kOne,
            [](Config& c, const Setting::Values& v) {
              return read_count(v[0], 0, 1000, c.tickets.sample);
            }},
    Setting{"insights", "time_zone", kOne, KB_ASSIGN(insights.time_zone, v[0])},
    Setting{"insights", "keep_days", kOne,
            [](Config& c, const Setting::Values& v) {
              return read_count(v[0], 8, 3650, c.insights.keep_days);
            }},
    Setting{
        "insights", "shown_from", kOne,
        [](Config& c,
           const Setting::Values& v) { return read_count(v[0], 1, 1000, c.insights.shown_from); }},
    Setting{"insights", "cost_per_ticket", kOne,
            [](Config& c, const Setting::Values&
                              v) { return read_amount(v[0], 0, 1e9, c.insights.cost_per_ticket); }},
    Setting{"insights", "currency", kOne, KB_ASSIGN(insights.currency, v[0])},
    Setting{
        "gaps", "days", kOne,
        [](Config& c, const Setting::Values& v) { return read_count(v[0], 7, 90, c.gaps.days); }},
    Setting{
        "gaps", "least_customers", kOne,
        [](Config& c,
           const Setting::Values& v) { return read_count(v[0], 1, 1000, c.gaps.least_customers); }},
    Setting{"gaps", "drafts", kOne, KB_ASSIGN(gaps.drafts, v[0])},
    Setting{"gaps", "draft_branch", kOne, draft_branch},
    Setting{
        "gaps", "digest_to", kOne,
        [](Config& c, const Setting::Values& v) { return mail_address(v[0], c.gaps.digest_to); }},
    Setting{"gaps", "digest_webhook", kOne,
            [](Config& c,
               const Setting::Values& v) { return web_address(v[0], c.gaps.digest_webhook); }},
    Setting{"gaps", "digest_day", kOne, digest_day},
    Setting{"widget", "origins", kList, widget_origins},
    Setting{"contact", "form", kOne,
            [](Config& c, const Setting::Values& v) { return read_truth(v[0], c.contact.form); }},
    Setting{"contact", "holdout", kOne, holdout},
    Setting{"contact", "answer_time", kOne, answer_time},
    Setting{
        "contact", "keep_days", kOne,
        [](Config& c,
           const Setting::Values& v) { return read_count(v[0], 1, 3650, c.contact.keep_days); }},
    Setting{
        "contact", "webhook", kOne,
        [](Config& c, const Setting::Values& v) { return web_address(v[0], c.contact.webhook); }},
    Setting{"contact", "webhook_secret", kOne, webhook_secret},
    Setting{"contact", "private_webhooks", kOne,
            [](Config& c,
               const Setting::Values& v) { return read_truth(v[0], c.contact.private_webhooks); }},
    Setting{
        "contact", "mail_to", kOne,
        [](Config& c, const Setting::Values& v) { return mail_address(v[0], c.contact.mail_to); }},
    Setting{"mail", "smtp", kOne, smtp},
    Setting{"mail", "user", kOne, KB_ASSIGN(mail.user, v[0])},
    Setting{"mail", "password", kOne, KB_ASSIGN(mail.password, v[0])},
    Setting{"mail", "from", kOne,
            [](Config& c, const Setting::Values& v) { return mail_address(v[0], c.mail.from); }},
    Setting{"mail", "require_encryption", kOne,
            [](Config& c,
               const Setting::Values& v) { return read_truth(v[0], c.mail.require_encryption); }},
};
#undef KB_ASSIGN

}  // namespace

std::span<const Setting> settings() {
  return kSettings;
}

const Setting* find_setting(std::string_view section, std::string_view key) {
  const auto* found = std::find_if(kSettings.begin(), kSettings.end(), [&](const Setting& each) {
    return each.section == section && each.key == key;
  });
  return found == kSettings.end() ? nullptr : found;
}

std::vector<std::string_view> keys_of_section(std::string_view section) {
  std::vector<std::string_view> keys;
  for (const auto& setting : kSettings)
    if (setting.section == section) keys.push_back(setting.key);
  return keys;
}

}  // namespace kb
