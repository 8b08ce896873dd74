#include "core/index/ranking_prior.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

#include "core/article/link.h"
#include "core/base/durable_file.h"

namespace kb::index {
namespace {

constexpr int kNeutral = 1000;
constexpr int kStep = 5;  // finer ones would make a new generation of each day's noise
constexpr int kMost = 30;
static_assert(kMost == kLargestPrior * kNeutral);

// "1.020" -> 1020; nothing where it is written otherwise or beyond the bound.
std::optional<int> read_thousandths(std::string_view written) {
  if (written.size() != 5 || written[1] != '.') return std::nullopt;
  const std::string digits{written[0], written[2], written[3], written[4]};
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  if (std::abs(value - kNeutral) > kMost) return std::nullopt;
  return value;
}

std::string written(int thousandths) {
  char text[16];
  std::snprintf(text, sizeof text, "%d.%03d", thousandths / kNeutral, thousandths % kNeutral);
  return text;
}

}  // namespace

Result<RankingPrior> RankingPrior::read(const std::filesystem::path& generation) {
  const auto file = generation / kRankingPriorFile;
  std::error_code error;
  if (!std::filesystem::exists(file, error)) return RankingPrior();
  const auto text = read_file(file);
  if (!text) return fail(text.error());
  auto prior = decode(*text);
  if (!prior) return fail(prior.error().what, file.string(), prior.error().hint);
  return prior;
}

Result<RankingPrior> RankingPrior::decode(std::string_view text) {
  RankingPrior prior;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    const auto tab = line.find('\t');
    const auto factor = read_thousandths(line.substr(0, tab));
    if (end == std::string_view::npos || tab == std::string_view::npos || !factor)
      return fail("the ranking prior is damaged: '" + std::string(line.substr(0, 40)) + "'", {},
                  "rebuild with kb-index build --full");
    prior.thousandths_[percent_decode(line.substr(tab + 1))] = *factor;
    text.remove_prefix(end + 1);
  }
  return prior;
}

std::string RankingPrior::encode() const {
  std::string text;
  for (const auto& [key, factor] : thousandths_)
    text += written(factor) + "\t" + percent_encode_path(key) + "\n";
  return text;
}

void RankingPrior::put(const std::string& key, double factor) {
  constexpr double kRounding = 1e-9;  // 1.02 is 3.9999999999999147 steps
  const double beyond = (std::clamp(factor, 0.0, 2.0) - 1) * kNeutral / kStep;
  const auto steps = static_cast<int>(std::trunc(beyond + std::copysign(kRounding, beyond)));
  thousandths_.erase(key);
  if (steps != 0) thousandths_[key] = kNeutral + std::clamp(steps * kStep, -kMost, kMost);
}

void RankingPrior::apply(const std::string& lang, Catalogue& catalogue) const {
  const std::string prefix = lang + "/";
  for (auto at = thousandths_.lower_bound(prefix);
       at != thousandths_.end() && at->first.starts_with(prefix); ++at)
    catalogue.set_prior(std::string_view(at->first).substr(prefix.size()),
                        static_cast<double>(at->second) / kNeutral);
}

}  // namespace kb::index
