#include "server/events/entrance.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "server/events/lower_case.h"

namespace kb {
namespace {

// Names under which engines and assistants answer, whatever the country: "google.pl",
// "www.google.co.uk", "html.duckduckgo.com".
constexpr auto kEngines = std::to_array<std::string_view>(
    {"google", "bing", "duckduckgo", "yahoo", "ecosia", "qwant", "startpage", "yandex", "baidu",
     "naver", "seznam", "kagi", "mojeek", "sogou", "perplexity", "chatgpt"});
constexpr auto kEngineHosts = std::to_array<std::string_view>(
    {"search.brave.com", "ya.ru", "copilot.microsoft.com", "gemini.google.com", "claude.ai"});
// Google's and Yahoo's mail, documents and groups are no search.
constexpr auto kNoEngines = std::to_array<std::string_view>({"mail", "docs", "groups", "calendar"});

// "help.example.com" of "https://help.example.com:8080/en/?q=a"; "" of anything else.
std::string host_of(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == url.npos) return {};
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  url = url.substr(url.rfind('@') + 1);
  return lower_case(url.substr(0, url.find(':')));
}

std::vector<std::string_view> labels_of(std::string_view host) {
  std::vector<std::string_view> labels;
  while (!host.empty()) {
    const auto dot = host.find('.');
    labels.push_back(host.substr(0, dot));
    host.remove_prefix(dot == host.npos ? host.size() : dot + 1);
  }
  return labels;
}

// The engine's name stands before a country's ending: "google.co.uk", never "google.example.com".
bool is_engine(std::string_view host) {
  if (std::ranges::find(kEngineHosts, host) != kEngineHosts.end()) return true;
  const auto labels = labels_of(host);
  for (std::size_t i = 0; i + 1 < labels.size(); ++i) {
    if (std::ranges::find(kNoEngines, labels[i]) != kNoEngines.end()) return false;
    const auto after = labels.size() - i - 1;
    const bool country = after == 1 || (after == 2 && labels[i + 1].size() <= 3);
    if (country && std::ranges::find(kEngines, labels[i]) != kEngines.end()) return true;
  }
  return false;
}

bool is_of_product(std::string_view host, const SiteConfig& site) {
  const auto leads_there = [&](const SiteLink& link) { return host_of(link.url) == host; };
  return std::ranges::any_of(site.header_links, leads_there) ||
         std::ranges::any_of(site.footer_links, leads_there);
}

}  // namespace

std::string_view entrance_of(const http::Request& request, const SiteConfig& site) {
  const auto host = host_of(request.header("Referer"));
  const bool is_own = !host.empty() &&
                      (host == host_of("http://" + request.host) || host == host_of(site.base_url));
  if (is_own) return "inside";
  if (!request.param("from").empty()) return "product";
  if (is_engine(host)) return "search_engine";
  if (!host.empty() && is_of_product(host, site)) return "product";
  if (!host.empty() || !request.param("utm_source").empty()) return "link";
  return "";
}

}  // namespace kb
