#include "server/events/robot.h"

#include <algorithm>
#include <array>
#include <string>

#include "server/events/lower_case.h"

namespace kb {
namespace {

// Parts of names. Crawlers of search engines, of AI models and of SEO tools that do not call
// themselves "bot", programs that fetch, link previews of messengers, checks of availability.
constexpr auto kSigns = std::to_array<std::string_view>(
    {"bot",           "crawl",          "spider",        "slurp",
     "scrap",         "archiver",       "monitor",       "uptime",
     "pingdom",       "statuscake",     "lighthouse",    "pagespeed",
     "headless",      "phantomjs",      "preview",       "fetch",
     "validator",     "curl/",          "wget/",         "python",
     "java/",         "go-http",        "okhttp",        "axios/",
     "undici",        "libwww",         "httpclient",    "guzzle",
     "ruby",          "perl",           "postman",       "facebookexter",
     "meta-external", "whatsapp",       "embedly",       "skypeuri",
     "mediapartners", "google-inspect", "google-extend", "chatgpt-user",
     "claude-user",   "claude-web",     "anthropic",     "perplexity",
     "cohere-ai",     "screaming frog", "semrush",       "ahrefs",
     "dataforseo",    "megaindex"});

}  // namespace

bool is_robot(std::string_view user_agent) {
  const std::string name = lower_case(user_agent);
  return name.empty() || std::ranges::any_of(kSigns, [&](std::string_view sign) {
           return name.find(sign) != name.npos;
         });
}

bool is_automatic(const http::Request& request) {
  if (request.method == "HEAD" || is_robot(request.header("User-Agent"))) return true;
  for (const auto* field : {"Sec-Purpose", "Purpose", "X-Moz"})
    if (lower_case(request.header(field)).starts_with("prefetch")) return true;
  return false;
}

}  // namespace kb
