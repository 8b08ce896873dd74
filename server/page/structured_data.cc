#include "server/page/structured_data.h"

#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::page {
namespace {

using nlohmann::json;

json article(const ArticleFactsForEngines& facts) {
  json item = {{"@type", "Article"}, {"headline", facts.title}, {"inLanguage", facts.lang}};
  const auto add = [&item](const char* key, const std::string& value) {
    if (!value.empty()) item[key] = value;
  };
  add("description", facts.description);
  add("url", facts.url);
  add("mainEntityOfPage", facts.url);
  add("articleSection", facts.section);
  add("image", facts.image_url);
  if (facts.updated) item["dateModified"] = iso_date(*facts.updated);
  if (!facts.publisher.empty()) {
    item["publisher"] = {{"@type", "Organization"}, {"name", facts.publisher}};
    item["author"] = item["publisher"];
  }
  return item;
}

json breadcrumb(const ArticleFactsForEngines& facts) {
  json steps = json::array();
  const auto add = [&steps](const std::string& name, const std::string& url) {
    json step = {{"@type", "ListItem"}, {"position", steps.size() + 1}, {"name", name}};
    if (!url.empty()) step["item"] = url;
    steps.push_back(std::move(step));
  };
  for (const auto& link : facts.breadcrumb) add(link.text, link.url);
  add(facts.title, facts.url);
  return {{"@type", "BreadcrumbList"}, {"itemListElement", std::move(steps)}};
}

// What could end a script or open a comment stands only inside JSON's strings, where each character
// may be written by its number.
std::string inert(const std::string& dumped) {
  std::string text;
  text.reserve(dumped.size());
  for (const char c : dumped) {
    if (c == '<') {
      text += "\\u003c";
    } else if (c == '>') {
      text += "\\u003e";
    } else if (c == '&') {
      text += "\\u0026";
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace

std::string structured_data(const ArticleFactsForEngines& facts) {
  const json graph = {{"@context", "https://schema.org"},
                      {"@graph", json::array({article(facts), breadcrumb(facts)})}};
  return inert(graph.dump(-1, ' ', false, json::error_handler_t::replace));
}

}  // namespace kb::page
