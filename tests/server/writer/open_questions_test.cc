#include "server/writer/open_questions.h"

#include "tests/server/writer/writer_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::Pair;

class OpenQuestions : public WriterFixture {
 protected:
  std::shared_ptr<const index::Generation> live() { return center.center().searchers.generation(); }
  // "3 desk/1"
  std::vector<std::string> open(const ReviewStates& states = {},
                                const QuestionFilter& filter = {}) {
    std::vector<std::string> lines;
    for (const auto& each : open_questions(*live(), states, filter))
      lines.push_back(std::to_string(each.count) + " " + each.ticket);
    return lines;
  }
};

TEST_F(OpenQuestions, AreMostAskedFirst) {
  put_questions();
  EXPECT_THAT(open(), ElementsAre("3 desk/1", "1 desk/9"));
  EXPECT_THAT(count_open(*live(), {}), ElementsAre(Pair("en", 2U)));
}

TEST_F(OpenQuestions, HaveNoTicketThatIsDecided) {
  put_questions();
  for (const auto state :
       {store::ReviewState::approved, store::ReviewState::merged, store::ReviewState::rejected})
    EXPECT_THAT(open({{"desk/2", state}}), ElementsAre("1 desk/9"));
}

TEST_F(OpenQuestions, GoUnderTheTicketThatWasBegun) {
  put_questions();
  EXPECT_THAT(open({{"desk/2", store::ReviewState::saved}}), ElementsAre("3 desk/2", "1 desk/9"));
}

TEST_F(OpenQuestions, AreChosenByLanguageTopicAndCount) {
  put_questions();
  EXPECT_THAT(open({}, {.least = 2}), ElementsAre("3 desk/1"));
  EXPECT_THAT(open({}, {.lang = "pl"}), ElementsAre());
  EXPECT_THAT(open({}, {.topic = "billing"}), ElementsAre());
  EXPECT_THAT(open({}, {.lang = "en", .topic = "delivery"}), ElementsAre("3 desk/1", "1 desk/9"));
  EXPECT_THAT(topics_of(open_questions(*live(), {}, {})), ElementsAre("delivery"));
}

TEST_F(OpenQuestions, KnowTheirGroup) {
  put_questions();
  const auto group = find_group(*live(), "desk/3");
  ASSERT_TRUE(group);
  EXPECT_THAT(group.members(), ElementsAre("desk/1", "desk/2", "desk/3"));
  EXPECT_FALSE(find_group(*live(), "desk/77"));
}

TEST_F(OpenQuestions, TellHowContentCustomersWere) {
  auto first = ticket("1", kParcel, "a");
  first.satisfaction = 5;
  auto second = ticket("2", kParcel, "b");
  second.satisfaction = 2;
  put({first, second, ticket("3", kParcel, "c")});
  publish();
  EXPECT_EQ(open_questions(*live(), {}, {}).at(0).satisfaction, 3.5);
}

TEST(TicketKeys, AreSplitAtTheFirstSlash) {
  EXPECT_THAT(split_key("desk/a/b"), Pair("desk", "a/b"));
  EXPECT_THAT(split_key("a"), Pair("", "a"));
}

}  // namespace
}  // namespace kb
