#include "core/index/term_table.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/base/content_hash.h"
#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

TermTable open_terms(const std::string& bytes) {
  const auto table = TermTable::open(bytes);
  EXPECT_TRUE(table) << to_line(table.error());
  return table ? *table : TermTable();
}

TEST(TermTable, KnowsHowManyArticlesHaveATerm) {
  const std::string bytes =
      encode_term_table({{short_hash("Zrefund"), 12}, {short_hash("hub"), 3}});
  const TermTable table = open_terms(bytes);
  EXPECT_EQ(table.size(), 2U);
  EXPECT_EQ(table.frequency("Zrefund"), 12U);
  EXPECT_EQ(table.frequency("hub"), 3U);
  EXPECT_EQ(table.frequency("refund"), 0U);
  EXPECT_EQ(table.frequency(""), 0U);
}

TEST(TermTable, MayBeEmpty) {
  const std::string bytes = encode_term_table({});
  EXPECT_EQ(open_terms(bytes).frequency("refund"), 0U);
  EXPECT_EQ(TermTable().frequency("refund"), 0U);
}

// Hashes as they come, and such as crowd where the first guess does not look for them.
TEST(TermTable, FindsEveryTermHoweverItsHashesLie) {
  std::mt19937_64 random(42);
  for (const int crowded : {0, 20, 63}) {
    std::vector<TermCount> counts;
    for (std::uint32_t i = 1; i <= 5000; ++i) {
      const auto hash = random() >> crowded;
      counts.emplace_back(i % 2 == 0 ? hash : ~hash, i);
    }
    std::sort(counts.begin(), counts.end());
    counts.erase(std::unique(counts.begin(), counts.end(),
                             [](const auto& a, const auto& b) { return a.first == b.first; }),
                 counts.end());
    const std::string bytes = encode_term_table(counts);
    const TermTable table = open_terms(bytes);
    for (const auto& [hash, count] : counts) EXPECT_EQ(table.frequency(hash), count);
    EXPECT_EQ(table.frequency(std::uint64_t{1} << 63), 0U) << "between the crowds";
  }
}

TEST(TermTable, DamagedIsAnErrorOrAnswers) {
  const std::string good =
      encode_term_table({{short_hash("a"), 1}, {short_hash("b"), 2}, {short_hash("c"), 3}});
  for_each_damage(good, [&](const std::string& damaged) {
    const auto table = TermTable::open(damaged);
    EXPECT_TRUE(!table || damaged.size() == good.size()) << "cut off";
    if (!table) return;
    for (const std::uint64_t hash : {std::uint64_t{0}, short_hash("b"), ~std::uint64_t{0}})
      table->frequency(hash);
  });
}

}  // namespace
}  // namespace kb::index
