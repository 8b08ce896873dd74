#include "core/index/ranking_prior.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "tests/core/base/temporary_folder.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

struct Rounding {
  double factor;
  int thousandths;
};
class Factors : public testing::TestWithParam<Rounding> {};

TEST_P(Factors, AreStepsTowardsOneAndBounded) {
  RankingPrior prior;
  prior.put("en/a", GetParam().factor);
  const auto& kept = prior.thousandths();
  EXPECT_EQ(kept.contains("en/a") ? kept.at("en/a") : 1000, GetParam().thousandths);
}

INSTANTIATE_TEST_SUITE_P(Cases, Factors,
                         testing::Values(Rounding{1, 1000}, Rounding{1.0049, 1000},
                                         Rounding{0.9951, 1000}, Rounding{1.005, 1005},
                                         Rounding{0.995, 995}, Rounding{1.02, 1020},
                                         Rounding{1.0249, 1020}, Rounding{0.98, 980},
                                         Rounding{1.03, 1030}, Rounding{0.97, 970},
                                         Rounding{7e99, 1030}, Rounding{-7e99, 970}));

TEST(RankingPrior, IsReadAsWritten) {
  RankingPrior prior;
  prior.put("pt-BR/billing/what we store", 1.02);
  prior.put("pl/zwrot\tkosztów\n", 0.975);
  prior.put("en/a", 1.015);
  prior.put("en/a", 1);
  EXPECT_EQ(prior.encode(),
            "0.975\tpl/zwrot%09koszt%C3%B3w%0A\n1.020\tpt-BR/billing/what%20we%20store\n");
  const auto read = RankingPrior::decode(prior.encode());
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_EQ(*read, prior);
  EXPECT_EQ(*RankingPrior::decode(""), RankingPrior());
}

class Damaged : public testing::TestWithParam<const char*> {};

TEST_P(Damaged, IsToldRatherThanGuessed) {
  const auto read = RankingPrior::decode(GetParam());
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().what, HasSubstr("the ranking prior is damaged"));
  EXPECT_THAT(read.error().hint, HasSubstr("--full"));
}

INSTANTIATE_TEST_SUITE_P(Cases, Damaged,
                         testing::Values("\n", "1.020", "1.020\n", "1.020\ten/a", "1.020 en/a\n",
                                         "1.02\ten/a\n", "1.031\ten/a\n", "0.969\ten/a\n",
                                         "-.020\ten/a\n", "1.+20\ten/a\n", "nan00\ten/a\n",
                                         "1.020\ten/a\n\n"));

TEST(RankingPrior, OfAGenerationWithoutOneIsEmpty) {
  const TemporaryFolder folder;
  const auto read = RankingPrior::read(folder.path());
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_TRUE(read->empty());
}

TEST(RankingPrior, SaysWhichFileIsDamaged) {
  TemporaryFolder folder;
  folder.write(kRankingPriorFile, "12\n");
  const auto read = RankingPrior::read(folder.path());
  ASSERT_FALSE(read);
  EXPECT_THAT(read.error().where, HasSubstr(kRankingPriorFile));
}

std::vector<std::pair<std::string, double>> priors_in(const Generation& generation,
                                                      const DatabaseName& name) {
  std::vector<std::pair<std::string, double>> priors;
  for (const auto& row : generation.database(name)->catalogue.rows())
    priors.emplace_back(row.id, row.prior);
  return priors;
}

TEST(RankingPrior, IsOfOneLanguageAndEveryAudience) {
  SmallIndex index;
  auto secret = article("pt", "a/two", "Dois", "x");
  secret.facts.audience = Audience::agents;
  index.set_prior("pt/a/two", 1.02);
  index.set_prior("pt/gone", 0.98);
  index.publish({article("pt", "a/one", "Um", "x"), article("pt", "a/two", "Dois", "x"), secret,
                 article("pt-BR", "a/two", "Dois", "x")});
  const auto live = index.open();
  EXPECT_THAT(priors_in(*live, {"pt", Audience::everyone}),
              ElementsAre(Pair("a/one", 1), Pair("a/two", 1.02)));
  EXPECT_THAT(priors_in(*live, {"pt", Audience::agents}), ElementsAre(Pair("a/two", 1.02)));
  EXPECT_THAT(priors_in(*live, {"pt-BR", Audience::everyone}), ElementsAre(Pair("a/two", 1)));
}

TEST(RankingPrior, ADamagedOneMakesNoGeneration) {
  SmallIndex index;
  index.publish({article("en", "a/one", "One", "x")});
  const auto folder = index.open()->folder();
  ASSERT_TRUE(write_durably(folder / kRankingPriorFile, "2.000\ten/a/one\n"));
  const auto live = Generation::open_current(index.path());
  ASSERT_FALSE(live);
  EXPECT_THAT(to_line(live.error()), HasSubstr(kRankingPriorFile));
}

}  // namespace
}  // namespace kb::index
