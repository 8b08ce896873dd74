#include "server/writer/review_text.h"

#include <gmock/gmock.h>

namespace kb {
namespace {

using testing::IsEmpty;
using testing::Pair;
using testing::UnorderedElementsAre;

ReviewText good() {
  return {.title = "Where is my parcel?",
          .answer = "On its way.",
          .path = "where",
          .note = "n",
          .article = "en/a"};
}

TEST(ReviewText, IsProposedFromTheTicket) {
  Ticket leader;
  leader.subject = "Where is my parcel?";
  leader.question = "Where is it?\n";
  Ticket best;
  best.answer = "On its way.";
  const auto text = ReviewText::proposed(leader, best);
  EXPECT_EQ(text.title, "Where is my parcel?");
  EXPECT_EQ(text.question, "Where is it?");
  EXPECT_EQ(text.answer, "On its way.");
  EXPECT_EQ(text.path, "where-is-my-parcel");
}

TEST(ReviewText, HasATitleAlsoWithoutASubject) {
  Ticket leader;
  leader.question = "Where is it? I waited long.";
  EXPECT_EQ(ReviewText::proposed(leader, {}).title, "Where is it");
}

TEST(ReviewText, HasAPathThatCanBeRead) {
  Ticket leader;
  leader.subject = "one two three four five six seven eight nine ten eleven twelve thirteen";
  const auto path = ReviewText::proposed(leader, {}).path;
  EXPECT_LE(path.size(), 60U);
  EXPECT_TRUE(path.ends_with("-eleven") || path.ends_with("-twelve")) << path;
}

struct FaultCase {
  const char* why;
  ReviewText text;
  Action action;
  Faults faults;
};
class ReviewFaults : public testing::TestWithParam<FaultCase> {};
TEST_P(ReviewFaults, AreAtTheirField) {
  EXPECT_EQ(faults_in(GetParam().text, GetParam().action), GetParam().faults) << GetParam().why;
}
ReviewText changed(const std::function<void(ReviewText&)>& change) {
  auto text = good();
  change(text);
  return text;
}
INSTANTIATE_TEST_SUITE_P(
    Texts, ReviewFaults,
    testing::Values(FaultCase{"good", good(), Action::approve, {}},
                    FaultCase{"empty is saved", {}, Action::save, {}},
                    FaultCase{"empty",
                              {},
                              Action::approve,
                              {{"title", "review.fault_title"},
                               {"answer", "review.fault_answer"},
                               {"path", "review.fault_path"}}},
                    FaultCase{"path leads out",
                              changed([](auto& changing) { changing.path = "../a"; }),
                              Action::approve,
                              {{"path", "review.fault_path"}}},
                    FaultCase{"path is not used",
                              changed([](auto& changing) { changing.path = ""; }),
                              Action::merge,
                              {}},
                    FaultCase{"no article",
                              changed([](auto& changing) { changing.article = ""; }),
                              Action::merge,
                              {{"article", "review.fault_article"}}},
                    FaultCase{"no reason",
                              changed([](auto& changing) { changing.note = ""; }),
                              Action::reject,
                              {{"note", "review.fault_reason"}}},
                    FaultCase{"long title",
                              changed([](auto& changing) { changing.title.assign(201, 'a'); }),
                              Action::save,
                              {{"title", "review.fault_long"}}},
                    FaultCase{"long answer",
                              changed([](auto& changing) { changing.answer.assign(40'001, 'a'); }),
                              Action::approve,
                              {{"answer", "review.fault_long"}}}));

TEST(ReviewActions, AreKnownByName) {
  EXPECT_EQ(parse_action("approve"), Action::approve);
  EXPECT_FALSE(parse_action("delete"));
  EXPECT_FALSE(parse_action(""));
}

TEST(ReviewVersion, ChangesWithTheReview) {
  store::Review review{.source = "a", .ticket = "1", .title = "t", .at = Time{}};
  const auto first = version_of(review);
  EXPECT_EQ(version_of(review), first);
  review.state = store::ReviewState::waiting;
  EXPECT_NE(version_of(review), first);
  EXPECT_NE(version_of(std::nullopt), first);
}

}  // namespace
}  // namespace kb
