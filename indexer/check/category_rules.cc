#include "indexer/check/category_rules.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "indexer/category_files.h"
#include "indexer/check/nearest_word.h"

namespace kb {
namespace {

struct Use {
  const CheckedArticle* first = nullptr;
  std::size_t articles = 0;
};

std::string category_of(const CheckedArticle& article) {
  if (!article.facts().category.empty()) return article.facts().category;
  const auto slash = article.id().find('/');
  return slash == std::string::npos ? std::string() : article.id().substr(0, slash);
}

// The categories of all articles that categories.yaml does not name.
std::map<std::string, Use> unknown_categories(const CheckedSite& site, const CategoryFiles& known) {
  std::map<std::string, Use> unknown;
  for (const auto& article : site.articles()) {
    const std::string category = category_of(article);
    if (category.empty() || known.categories.contains(category)) continue;
    Use& use = unknown[category];
    if (use.first == nullptr) use.first = &article;
    ++use.articles;
  }
  return unknown;
}

}  // namespace

void check_categories(const CheckedSite& site, const std::vector<CategoryFile>& files,
                      Findings& findings) {
  const CategoryFiles known = read_categories(site.config(), files);
  for (const auto& problem : known.problems) findings.add(rules::categories, Place(), problem);
  const bool has_list = std::any_of(files.begin(), files.end(), [](const CategoryFile& file) {
    return file.file.extension() == ".yaml";
  });
  if (!has_list) return;
  std::vector<std::string> keys;
  for (const auto& [key, category] : known.categories) keys.push_back(key);
  for (const auto& [category, use] : unknown_categories(site, known)) {
    const auto near = nearest_word(category, keys);
    findings.add(rules::unknown_category, use.first->place_of("category"),
                 "categories.yaml does not name `" + category + "`, the category of " +
                     std::to_string(use.articles) + (use.articles == 1 ? " text" : " texts"),
                 near ? "did you mean `" + std::string(*near) + "`?"
                      : "give it a name, an order and an icon there");
  }
}

}  // namespace kb
