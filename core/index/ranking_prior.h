// What readers taught the ranking: a factor for each article that they found more, or less, useful
// than the others of its language. One file of a generation, so that rolling back unlearns it.
//
//   RankingPrior prior;
//   prior.put("pl/billing/refund", 1.0237);              // 1.020: steps of 0.005, towards 1
//   write_durably(folder / kRankingPriorFile, prior.encode());
//   Result<RankingPrior> prior = RankingPrior::read(folder);  // without a file: all are 1
//
// It orders what matches and lets nothing in or out; pins stay first. A line of the file is
// "1.020<tab>pl/billing/refund", the id percent-encoded. A value; reading fails where the file is
// no such table or has a factor beyond the bound.

#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "core/base/result.h"
#include "core/index/catalogue.h"

namespace kb::index {

inline constexpr const char* kRankingPriorFile = "prior.tsv";

// Factors are from 0.97 to 1.03; how that was chosen stands in docs/evaluation.md.
inline constexpr double kLargestPrior = 0.03;

class RankingPrior {
 public:
  static Result<RankingPrior> read(const std::filesystem::path& generation);
  static Result<RankingPrior> decode(std::string_view text);
  std::string encode() const;

  // `key`: "pl/billing/refund". What rounds to 1 is not kept.
  void put(const std::string& key, double factor);

  // Sets the factors of one language's articles.
  void apply(const std::string& lang, Catalogue& catalogue) const;

  bool empty() const { return thousandths_.empty(); }
  const std::map<std::string, int>& thousandths() const { return thousandths_; }  // 1020, by key

  bool operator==(const RankingPrior&) const = default;

 private:
  std::map<std::string, int> thousandths_;
};

}  // namespace kb::index
