// The categories of a site, from the files beside the articles: categories.yaml at a source's root,
// and Docusaurus's _category_.json in its folders.
//
//   CategoryFiles found = read_categories(config, scan.category_files);
//   found.categories["billing"].name["pl"]   // "Płatności"
//
// A file that cannot be read is a problem with its place; the others count. Thread-safe.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/article/category.h"
#include "core/base/config.h"
#include "core/base/result.h"
#include "indexer/source_scan.h"

namespace kb {

struct CategoryFiles {
  std::map<std::string, Category> categories;
  std::vector<Error> problems;
};

CategoryFiles read_categories(const Config& config, const std::vector<CategoryFile>& files);

}  // namespace kb
