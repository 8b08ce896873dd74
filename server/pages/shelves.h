// The articles of one language as visitors browse them: by category, in title order.
//
//   Shelves shelves(context);
//   for (const std::string& key : shelves.order()) shelves.articles(key)
//
// Unlisted and expired articles, and answers (found by searching), are on no shelf. Lives for one
// request, on one thread.

#pragma once

#include <map>
#include <string>
#include <vector>

#include "server/pages/page_context.h"

namespace kb {

class Shelves {
 public:
  explicit Shelves(const PageContext& context);

  // Keys of the categories with articles: as configured, then by name.
  const std::vector<std::string>& order() const { return order_; }
  const std::vector<const index::Row*>& articles(const std::string& key) const;
  const std::map<std::string, std::vector<const index::Row*>>& all() const { return by_category_; }

 private:
  std::map<std::string, std::vector<const index::Row*>> by_category_;
  std::vector<std::string> order_;
};

}  // namespace kb
