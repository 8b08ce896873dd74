#include "server/read_counts.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/base/durable_file.h"

namespace kb {
namespace {

using nlohmann::json;

constexpr double kHalfLife = 7 * 24 * 3600;  // seconds
constexpr double kForgotten = 0.01;          // readings: less is not written down

}  // namespace

ReadCounts::ReadCounts(std::filesystem::path file, const Clock& clock)
    : file_(std::move(file)), clock_(clock) {}

double ReadCounts::at_time(const Count& count, Time now) {
  const auto age = std::chrono::duration<double>(now - count.at).count();
  return count.readings * std::exp2(-std::max(0.0, age) / kHalfLife);
}

Result<void> ReadCounts::load() {
  std::error_code missing;
  if (!std::filesystem::exists(file_, missing)) return {};
  const auto bytes = read_file(file_);
  if (!bytes) return fail(bytes.error());
  try {
    const json value = json::parse(*bytes);
    const auto at = parse_time(value.at("at").get<std::string>());
    if (!at) return fail(at.error().what, file_.string(), "delete it: counting begins anew");
    const std::lock_guard lock(mutex_);
    for (const auto& [lang, articles] : value.at("readings").items())
      for (const auto& [id, readings] : articles.items())
        counts_[lang][id] = {readings.get<double>(), *at};
    return {};
  } catch (const json::exception& problem) {
    return fail(std::string("cannot be understood: ") + problem.what(), file_.string(),
                "delete it: counting begins anew");
  }
}

Result<void> ReadCounts::save() {
  json readings = json::object();
  const Time now = clock_.now();
  {
    const std::lock_guard lock(mutex_);
    if (!changed_) return {};
    changed_ = false;
    for (const auto& [lang, articles] : counts_)
      for (const auto& [id, count] : articles)
        if (const double left = at_time(count, now); left >= kForgotten) readings[lang][id] = left;
  }
  const json value = {{"at", iso_time(now)}, {"readings", std::move(readings)}};
  return write_durably(file_, value.dump(1, ' ', false, json::error_handler_t::replace) + "\n");
}

void ReadCounts::add(const std::string& lang, const std::string& id) {
  const Time now = clock_.now();
  const std::lock_guard lock(mutex_);
  Count& count = counts_[lang][id];
  count = {at_time(count, now) + 1, now};
  changed_ = true;
}

std::vector<std::string> ReadCounts::most_read(const std::string& lang, std::size_t limit) const {
  const Time now = clock_.now();
  std::vector<std::pair<double, std::string>> ranked;
  {
    const std::lock_guard lock(mutex_);
    const auto found = counts_.find(lang);
    if (found == counts_.end()) return {};
    for (const auto& [id, count] : found->second) ranked.emplace_back(-at_time(count, now), id);
  }
  const auto shown = std::min(limit, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(shown),
                    ranked.end());
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < shown; ++i) ids.push_back(std::move(ranked[i].second));
  return ids;
}

}  // namespace kb
