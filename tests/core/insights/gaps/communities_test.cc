#include "core/insights/gaps/communities.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::insights {
namespace {

using testing::ElementsAre;

// Everyone of `size` nodes from `first` on is tied to everyone.
void tie_all(std::vector<Tie>& ties, std::uint32_t first, std::uint32_t size) {
  for (auto from = first; from < first + size; ++from)
    for (auto to = from + 1; to < first + size; ++to) ties.push_back({from, to, 1});
}

TEST(Communities, AreWhatIsTiedMore) {
  std::vector<Tie> ties = {{3, 4, 0.5F}};
  tie_all(ties, 0, 4);
  tie_all(ties, 4, 4);
  EXPECT_THAT(communities(Graph(8, ties), 1), ElementsAre(0, 0, 0, 0, 1, 1, 1, 1));
}

TEST(Communities, AreMoreAtAHigherResolution) {
  std::vector<Tie> ties;
  for (std::uint32_t group = 0; group < 6; ++group) {
    tie_all(ties, group * 4, 4);
    if (group % 2 == 0) ties.push_back({group * 4, group * 4 + 4, 6});
  }
  const auto count = [&](double resolution) {
    return 1 + std::ranges::max(communities(Graph(24, ties), resolution));
  };
  EXPECT_EQ(count(0.5), 3U);
  EXPECT_GT(count(4), 3U);
}

TEST(Communities, OfNodesWithoutTiesAreEachItsOwn) {
  EXPECT_THAT(communities(Graph(3, {}), 1), ElementsAre(0, 1, 2));
  EXPECT_TRUE(communities(Graph(0, {}), 1).empty());
}

TEST(Settling, LetsNewNodesJoinOrBeTheirOwn) {
  std::vector<Tie> ties;
  tie_all(ties, 0, 4);
  tie_all(ties, 4, 4);
  ties.push_back({8, 5, 1});   // joins the second
  ties.push_back({9, 10, 1});  // two new ones that belong together; 11 stays alone
  EXPECT_THAT(settle(Graph(12, ties), 1, {0, 0, 0, 0, 1, 1, 1, 1}),
              ElementsAre(0, 0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3));
}

TEST(Settling, LeavesWhatIsKnownWhereNothingNewDrawsItAway) {
  std::vector<Tie> ties;
  tie_all(ties, 0, 6);  // would be one community
  ties.push_back({7, 6, 1});
  EXPECT_THAT(settle(Graph(8, ties), 1, {0, 0, 0, 1, 1, 1, 2}),
              ElementsAre(0, 0, 0, 1, 1, 1, 2, 2));
}

// A community whose only bridge left it was one, though nothing held its halves together.
TEST(Settling, PartsWhatHangsTogetherThroughNothing) {
  std::vector<Tie> ties;
  tie_all(ties, 0, 3);
  tie_all(ties, 3, 3);
  EXPECT_THAT(settle(Graph(6, ties), 1, {0, 0, 0, 0, 0, 0}), ElementsAre(0, 0, 0, 1, 1, 1));
}

}  // namespace
}  // namespace kb::insights
