#include "server/page/review_parts.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/staff_fixture.h"

namespace kb::page {
namespace {

TEST(ReviewParts, TellHowABuildWent) {
  const auto staff = sample_staff("en");
  const Frame frame(renderer(), staff.site);
  nlohmann::json model;
  add_build(frame, model,
            {.state = BuildView::State::with_problems,
             .started = Time(std::chrono::seconds(1'790'000'000)),
             .took = std::chrono::milliseconds(1234),
             .lines = {"one", "two"}});
  EXPECT_EQ(model["build_state"], "Published in 1.2 s, but some files have problems.");
  EXPECT_EQ(model["build_when"], "2026-09-21 14:13 UTC");
  EXPECT_EQ(model["build_lines"], "one\ntwo\n");
  EXPECT_EQ(model["build_faulty"], true);
}

TEST(ReviewParts, RoundDecimals) {
  EXPECT_EQ(decimal(4.25, 1), "4.2");
  EXPECT_EQ(decimal(5, 2), "5.00");
}

TEST(ReviewParts, OfferFiveMarksForEachCriterion) {
  const auto staff = sample_staff("en");
  const Frame frame(renderer(), staff.site);
  nlohmann::json model;
  add_rating(frame, model, {.action = "/here", .rated = true, .marks = {5, 4, 3, 2}});
  ASSERT_EQ(model["criteria"].size(), 4U);
  EXPECT_EQ(model["criteria"][0]["marks"].size(), 5U);
  EXPECT_EQ(model["criteria"][3]["marks"][1]["chosen"], true);
  EXPECT_EQ(model["rated"], "Your rating: Correct: 5 · Complete: 4 · Clear: 3 · Tone: 2");
}

}  // namespace
}  // namespace kb::page
