// The articles of one language as visitors browse them: by category, those in subfolders last,
// in the order that their writers gave, then by title.
//
//   std::shared_ptr<const Shelves> shelves = context.shelves();
//   for (const std::string& key : shelves->order()) shelves->articles(key)
//
// Unlisted and expired articles, and answers (found by searching), are on no shelf; a preview's
// shelves hold drafts, too. Made once a generation, and again when an article expires. Thread-safe:
// never changes.

#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/config.h"
#include "core/index/generation.h"

namespace kb {

class Shelves {
 public:
  Shelves(const Config& config, std::shared_ptr<const index::Generation> generation,
          const std::string& lang, Audience audience, Time now);

  struct Place {
    const index::Row* previous = nullptr;
    const index::Row* next = nullptr;
  };

  // Keys of the categories with articles: as configured, then by name.
  const std::vector<std::string>& order() const { return order_; }
  const std::vector<const index::Row*>& articles(const std::string& key) const;
  const std::map<std::string, std::vector<const index::Row*>>& all() const { return by_category_; }
  const std::vector<const index::Row*>& newest() const {
    return newest_;
  }                                                   // with a date, 50 at most
  const index::Row* find(std::string_view id) const;  // null: on no shelf
  Place place_of(const index::Row& row) const;        // its neighbours in the category

  const index::Generation& generation() const { return *generation_; }
  bool is_valid(Time now) const { return !until_ || now < *until_; }

 private:
  void collect(const std::string& lang, Audience audience, Time now);
  void put_in_order(const std::string& lang);
  void order_categories(const Config& config, const std::string& lang);
  void find_newest();

  std::shared_ptr<const index::Generation> generation_;
  std::map<std::string, std::vector<const index::Row*>> by_category_;
  std::vector<std::string> order_;
  std::vector<const index::Row*> newest_;
  std::unordered_map<std::string_view, const index::Row*> by_id_;
  std::optional<Time> until_;  // an article expires then
};

}  // namespace kb
