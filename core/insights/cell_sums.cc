#include "core/insights/cell_sums.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace kb::insights {
namespace {

using store::RollupCell;

constexpr char kBetween = '\x1f';  // stands in no language, category, channel, article or query
constexpr int kFirstTime = static_cast<int>(Counter::count_);

int slot_of(Station station, int bucket) {
  return kFirstTime + static_cast<int>(station) * kTimeBuckets + bucket;
}

std::string name_of(int slot) {
  if (slot < kFirstTime) return std::string(counter_name(static_cast<Counter>(slot)));
  const int time = slot - kFirstTime;
  return time_counter_name(static_cast<Station>(time / kTimeBuckets), time % kTimeBuckets);
}

RollupCell cell_of(std::string_view key) {
  std::array<std::string, 5> parts;
  for (std::string& part : parts) {
    const auto end = std::min(key.find(kBetween), key.size());
    part = std::string(key.substr(0, end));
    key.remove_prefix(std::min(end + 1, key.size()));
  }
  RollupCell cell;
  cell.part = parts[0];
  cell.lang = parts[1];
  cell.category = parts[2];
  cell.channel = parts[3];
  cell.object = parts[4];
  return cell;
}

auto cell_order(const RollupCell& cell) {
  return std::tie(cell.part, cell.lang, cell.category, cell.channel, cell.object, cell.counter);
}

}  // namespace

CellKey article_key(std::string_view article) {
  return {.part = kArticlePart, .lang = article.substr(0, article.find('/')), .object = article};
}

void CellSums::add(const CellKey& key, Counter counter, std::int64_t count) {
  add(key, static_cast<int>(counter), count);
}

void CellSums::add_time(const CellKey& key, Station station, std::chrono::seconds taken) {
  add(key, slot_of(station, time_bucket(taken.count())), 1);
}

void CellSums::add(const CellKey& key, int slot, std::int64_t count) {
  key_.clear();
  for (const auto text : {key.part, key.lang, key.category, key.channel, key.object}) {
    for (const char c : text) key_ += c == kBetween ? ' ' : c;
    key_ += kBetween;
  }
  auto found = sums_.find(std::string_view(key_));
  if (found == sums_.end()) found = sums_.emplace(key_, Sums()).first;
  Sums& sums = found->second;
  const auto sum = std::find_if(sums.begin(), sums.end(),
                                [slot](const auto& entry) { return entry.first == slot; });
  if (sum == sums.end())
    sums.emplace_back(slot, count);
  else
    sum->second += count;
}

// Where a day knows two, since the article was moved, the same is taken whatever came first.
void CellSums::note_category(std::string_view article, std::string_view category) {
  if (category.empty()) return;
  const auto found = categories_.find(article);
  if (found == categories_.end())
    categories_.emplace(article, category);
  else if (category < found->second)
    found->second = category;
}

std::vector<RollupCell> CellSums::cells() const {
  std::vector<RollupCell> cells;
  for (const auto& [key, sums] : sums_) {
    RollupCell cell = cell_of(key);
    cell.day = day_;
    if (cell.part == kArticlePart)
      if (const auto known = categories_.find(cell.object); known != categories_.end())
        cell.category = known->second;
    for (const auto& [slot, value] : sums) {
      if (value == 0) continue;
      cell.counter = name_of(slot);
      cell.value = value;
      cells.push_back(cell);
    }
  }
  std::sort(cells.begin(), cells.end(),
            [](const RollupCell& a, const RollupCell& b) { return cell_order(a) < cell_order(b); });
  return cells;
}

}  // namespace kb::insights
