#include "server/events/trail.h"

#include <gmock/gmock.h>

namespace kb {
namespace {

using Kind = TrailStep::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Trails, KeepTheNewestStepsWithoutRepeats) {
  Trail trail;
  for (int i = 0; i < 20; ++i)
    for (int twice = 0; twice < 2; ++twice) trail.add({Kind::read, "en", std::to_string(i)});
  ASSERT_EQ(trail.steps.size(), kLongestTrail);
  EXPECT_EQ(trail.steps.front().what, "8");
  EXPECT_EQ(trail.steps.back().what, "19");
}

TEST(Trails, CutLongTextsAtACharacter) {
  Trail trail;
  trail.add({Kind::searched, "pl", "x" + std::string(298, 'a') + "łódź"});
  EXPECT_EQ(trail.steps.front().what, "x" + std::string(298, 'a'));
}

TEST(Trails, TellWhatWasRejected) {
  Trail trail;
  trail.add({Kind::searched, "pl", "zwrot"});
  trail.add({Kind::suggested, "pl", "billing/late"});
  trail.add({Kind::read, "pl", "billing/refund"});
  trail.add({Kind::not_helped, "pl", "billing/refund"});
  trail.add({Kind::read, "en", "billing/refund"});
  EXPECT_THAT(trail.rejected(), ElementsAre("pl/billing/refund", "en/billing/refund"));
}

TEST(Trails, ComeBackFromJson) {
  Trail trail{.from = "https://app.example/invoices?id=1",
              .query_id = "q1",
              .steps = {},
              .at = Time{std::chrono::seconds{1'767'225'600}}};
  for (const auto kind :
       {Kind::searched, Kind::read, Kind::helped, Kind::not_helped, Kind::suggested})
    trail.steps.push_back({kind, "pl", "zażółć \"gęślą\" </script>"});
  const auto json = trail_json(trail);
  const auto read = parse_trail(json);
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_EQ(*read, trail);
  EXPECT_NE(json.find(R"("kind":"not_helped")"), json.npos);
  EXPECT_EQ(parse_trail(trail_json({})).value(), Trail{});
}

TEST(Trails, OfForeignMakingAreErrors) {
  for (const auto* text :
       {"", "[]", "null", "{", R"({"steps":{}})", R"({"steps":[1]})", R"({"from":1})",
        R"({"steps":[{"kind":"bought","lang":"en","what":"x"}]})",
        R"({"steps":[{"kind":"read","lang":1,"what":"x"}]})", R"({"at":"soon"})"}) {
    const auto read = parse_trail(text);
    ASSERT_FALSE(read) << text;
    EXPECT_NE(read.error().what.find("no trail"), std::string::npos);
    EXPECT_THAT(read.error().hint, testing::Not(IsEmpty()));
  }
  EXPECT_FALSE(parse_trail(R"({"from":")" + std::string(5000, 'x') + R"("})"));
}

}  // namespace
}  // namespace kb
