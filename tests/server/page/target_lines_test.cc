#include "server/page/target_lines.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

TEST(TargetLines, AreWorded) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  const auto item = target_item(frame, {.id = 3,
                                        .done = 0,
                                        .outlook = "likely_missed",
                                        .guard = "Found the answer helpful: at least 80.0 %",
                                        .guard_state = "broken"});
  EXPECT_EQ(item["outlook"], "Likely missed");
  EXPECT_EQ(item["has_done"], true);
  EXPECT_EQ(item["done_percent"], "0");
  EXPECT_EQ(item["guard_state"], "is broken");
  EXPECT_EQ(item["guard_broken"], true);
}

TEST(TargetLines, HaveEachStateInWords) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  for (const std::string outlook :
       {"reached", "missed", "likely_reached", "likely_missed", "unknown"})
    EXPECT_THAT(target_item(frame, {.outlook = outlook})["outlook"].get<std::string>(),
                testing::Not(testing::StartsWith("targets.")));
}

TEST(TargetLines, LeadToTheirPageWhereItIsKnown) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  nlohmann::json model;
  add_targets(frame, model, {});
  EXPECT_EQ(model["targets_url"], "");
  EXPECT_EQ(model["has_targets"], false);
}

}  // namespace
}  // namespace kb::page
