// What a help center has, as a table: for tests of what reads an ArticleFinder.
//
//   TableFinder finder;
//   finder.texts["pl/billing/refund"] = {.title = "Zwrot kosztów", .category = "billing"};
//   finder.found["zwrot kasy"] = {{"billing/refund", 0.5}};     // in whatever language
//
// Not thread-safe. `broken`: it fails as an index that cannot be read does.

#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/insights/gaps/article_finder.h"

namespace kb::insights {

class TableFinder : public ArticleFinder {
 public:
  Result<std::vector<FittingArticle>> find(std::string_view lang,
                                           std::string_view question) override {
    if (broken) return fail("the index cannot be read", "var/index", "run kb-index build");
    ++searches;
    std::vector<FittingArticle> articles;
    const auto known = found.find(std::string(question));
    if (known == found.end()) return articles;
    for (const auto& [id, coverage] : known->second) {
      const auto text = texts[std::string(lang) + "/" + id];
      articles.push_back(
          {std::string(lang), id, text.title, text.category, coverage, text.is_stale});
    }
    return articles;
  }

  std::vector<std::string> languages_of(std::string_view id) override {
    std::vector<std::string> languages;
    for (const auto& [object, text] : texts)
      if (object.substr(object.find('/') + 1) == id)
        languages.push_back(object.substr(0, object.find('/')));
    return languages;
  }

  std::optional<ArticleText> article(std::string_view object) override {
    const auto text = texts.find(std::string(object));
    if (text == texts.end()) return std::nullopt;
    return text->second;
  }

  std::map<std::string, ArticleText> texts;
  std::map<std::string, std::vector<std::pair<std::string, double>>> found;
  bool broken = false;
  int searches = 0;
};

}  // namespace kb::insights
