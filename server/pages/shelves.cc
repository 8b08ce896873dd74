#include "server/pages/shelves.h"

#include <algorithm>
#include <climits>
#include <tuple>

#include "core/text/collator.h"
#include "server/pages/category_words.h"

namespace kb {
namespace {

using index::Row;

constexpr std::size_t kNewestKept = 50;

// Articles in no subfolder come first, then the subfolders as categories.yaml orders them.
std::size_t folder_rank(const index::Generation& generation, const std::string& category,
                        const std::string& folder) {
  if (folder.empty()) return 0;
  const auto& known = generation.manifest().categories;
  const auto found = std::find_if(known.begin(), known.end(), [&](const Category& each) {
    return each.key == category + "/" + folder;
  });
  return 1 + static_cast<std::size_t>(found - known.begin());
}

}  // namespace

Shelves::Shelves(const Config& config, std::shared_ptr<const index::Generation> generation,
                 const std::string& lang, Audience audience, Time now)
    : generation_(std::move(generation)) {
  collect(lang, audience, now);
  put_in_order(lang);
  order_categories(config, lang);
  find_newest();
}

void Shelves::collect(const std::string& lang, Audience audience, Time now) {
  std::unordered_map<std::string_view, bool> seen;  // the last audience's version is the one
  for (auto part = kAudiences.rbegin(); part != kAudiences.rend(); ++part) {
    const auto* database = *part <= audience ? generation_->database({lang, *part}) : nullptr;
    if (database == nullptr) continue;
    for (const auto& row : database->catalogue.rows()) {
      if (row.id.empty() || !seen.emplace(row.id, true).second || !row.listed(now)) continue;
      if (row.expires_at && (!until_ || *row.expires_at < *until_)) until_ = row.expires_at;
      if (row.kind != Kind::article) continue;
      by_category_[row.category].push_back(&row);
      by_id_.emplace(row.id, &row);
    }
  }
}

void Shelves::put_in_order(const std::string& lang) {
  struct Keyed {
    std::size_t rank;
    std::string folder;
    int order;
    std::string title;
    const Row* row;
  };
  const text::Collator collator(lang);
  for (auto& [key, rows] : by_category_) {
    std::vector<Keyed> keyed;
    for (const auto* row : rows)
      keyed.push_back({folder_rank(*generation_, key, subfolder_of(row->id)), subfolder_of(row->id),
                       row->order.value_or(INT_MAX), collator.sort_key(row->title), row});
    std::sort(keyed.begin(), keyed.end(), [](const Keyed& a, const Keyed& b) {
      return std::tie(a.rank, a.folder, a.order, a.title, a.row->id) <
             std::tie(b.rank, b.folder, b.order, b.title, b.row->id);
    });
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = keyed[i].row;
  }
}

void Shelves::order_categories(const Config& config, const std::string& lang) {
  for (const auto& category : generation_->manifest().categories)
    if (by_category_.contains(category.key)) order_.push_back(category.key);
  const text::Collator collator(lang);
  std::vector<std::pair<std::string, std::string>> others;
  for (const auto& [key, rows] : by_category_)
    if (!key.empty() && std::find(order_.begin(), order_.end(), key) == order_.end())
      others.emplace_back(collator.sort_key(category_name(config, *generation_, key, lang)), key);
  std::sort(others.begin(), others.end());
  for (auto& [sort_key, key] : others) order_.push_back(std::move(key));
}

void Shelves::find_newest() {
  for (const auto& [key, rows] : by_category_)
    for (const auto* row : rows)
      if (row->updated) newest_.push_back(row);
  const auto shown = std::min(kNewestKept, newest_.size());
  std::partial_sort(newest_.begin(), newest_.begin() + static_cast<std::ptrdiff_t>(shown),
                    newest_.end(), [](const auto* a, const auto* b) {
                      return *a->updated != *b->updated ? *a->updated > *b->updated : a->id < b->id;
                    });
  newest_.resize(shown);
}

const std::vector<const Row*>& Shelves::articles(const std::string& key) const {
  static const std::vector<const Row*> none;
  const auto found = by_category_.find(key);
  return found == by_category_.end() ? none : found->second;
}

const Row* Shelves::find(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

Shelves::Place Shelves::place_of(const Row& row) const {
  const auto& rows = articles(row.category);
  const auto at = std::find(rows.begin(), rows.end(), &row);
  if (at == rows.end()) return {};
  return {at == rows.begin() ? nullptr : *(at - 1), at + 1 == rows.end() ? nullptr : *(at + 1)};
}

}  // namespace kb
