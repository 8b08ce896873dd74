#include "core/insights/gaps/near_articles.h"

#include <gmock/gmock.h>

#include "tests/core/insights/gaps/table_finder.h"

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::IsEmpty;

class NearArticlesTest : public testing::Test {
 protected:
  NearArticlesTest() {
    finder.texts = {{"pl/refund", {.title = "Zwrot kosztów", .category = "billing"}},
                    {"pl/return", {.title = "Zwrot towaru", .category = "delivery"}},
                    {"pl/vase", {.title = "Wazon", .category = "shop"}}};
  }

  TableFinder finder;
};

TEST_F(NearArticlesTest, AreThoseThatFitMostOfWhatIsAsked) {
  finder.found["zwrot kasy"] = {{"return", 0.8}, {"refund", 0.7}, {"vase", 0.1}};
  finder.found["zwrot pieniędzy"] = {{"refund", 0.9}, {"return", 0.69}};
  const auto near =
      near_articles({{"zwrot kasy", 6}, {"zwrot pieniędzy", 3}, {"kasa", 3}}, "pl", finder);
  ASSERT_TRUE(near);
  EXPECT_THAT(near->articles, ElementsAre(GapArticle{"pl", "refund", "Zwrot kosztów", 0.75, false},
                                          GapArticle{"pl", "return", "Zwrot towaru", 0.5, false}));
  EXPECT_DOUBLE_EQ(near->coverage, (6 * 0.8 + 3 * 0.9) / 12);
  EXPECT_EQ(near->category, "billing");  // 6.9 to 6.87
}

TEST_F(NearArticlesTest, AreAtMostFive) {
  for (int i = 0; i < 9; ++i)
    finder.found["zwrot"].emplace_back("a" + std::to_string(i), 0.5 + 0.01 * i);
  const auto near = near_articles({{"zwrot", 1}}, "pl", finder);
  ASSERT_TRUE(near);
  EXPECT_THAT(near->articles,
              ElementsAre(Field(&GapArticle::id, "a8"), Field(&GapArticle::id, "a7"),
                          Field(&GapArticle::id, "a6"), Field(&GapArticle::id, "a5"),
                          Field(&GapArticle::id, "a4")));
}

TEST_F(NearArticlesTest, AreNoneWhereNothingIsAskedOrFound) {
  for (const auto& sample :
       {std::vector<SampledQuestion>{}, std::vector<SampledQuestion>{{"krypto", 2}}}) {
    const auto near = near_articles(sample, "pl", finder);
    ASSERT_TRUE(near);
    EXPECT_THAT(near->articles, IsEmpty());
    EXPECT_EQ(near->category, "");
    EXPECT_EQ(near->coverage, 0);
  }
}

TEST_F(NearArticlesTest, AreNotKnownFromAnIndexThatCannotBeRead) {
  finder.broken = true;
  const auto near = near_articles({{"zwrot", 1}}, "pl", finder);
  ASSERT_FALSE(near);
  EXPECT_EQ(near.error().where, "var/index");
}

}  // namespace
}  // namespace kb::insights
