// The cells of a day while it is counted.
//
//   CellSums sums(20'400);
//   sums.add({.part = kSitePart, .lang = "pl"}, Counter::sessions);
//   sums.add_time({.part = kSitePart, .lang = "pl"}, Station::search, 12s);
//   sums.cells()                                   // ordered; the same whatever was added first
//
// For one thread.

#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/insights/counter.h"
#include "core/store/rollup_table.h"

namespace kb::insights {

struct CellKey {
  std::string_view part;
  std::string_view lang = {};
  std::string_view category = {};
  std::string_view channel = {};
  std::string_view object = {};
};

CellKey article_key(std::string_view article);  // "pl/billing/refund": under its own language

class CellSums {
 public:
  explicit CellSums(std::int64_t day) : day_(day) {}

  void add(const CellKey& key, Counter counter, std::int64_t count = 1);
  void add_time(const CellKey& key, Station station, std::chrono::seconds taken);

  // The category of an article's cells: most events on it do not tell it.
  void note_category(std::string_view article, std::string_view category);

  std::vector<store::RollupCell> cells() const;

 private:
  using Sums = std::vector<std::pair<int, std::int64_t>>;  // by slot: a counter, or a time's bucket
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>()(text);
    }
  };
  template <class T>
  using ByText = std::unordered_map<std::string, T, Hash, std::equal_to<>>;

  void add(const CellKey& key, int slot, std::int64_t count);

  const std::int64_t day_;
  ByText<Sums> sums_;
  ByText<std::string> categories_;
  std::string key_;  // kept for its memory
};

}  // namespace kb::insights
