#include "server/number_parameter.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(NumberParameter, IsAWholeNumberInItsRange) {
  const struct {
    std::string text;
    std::optional<std::size_t> number;
  } cases[] = {{"", 5},
               {"1", 1},
               {"10", 10},
               {"0", std::nullopt},
               {"11", std::nullopt},
               {"-1", std::nullopt},
               {"1.5", std::nullopt},
               {" 1", std::nullopt},
               {"1x", std::nullopt},
               {"99999999999999999999", std::nullopt}};
  for (const auto& [text, number] : cases) {
    http::Request request;
    request.parameters = {{"limit", text}};
    EXPECT_EQ(number_parameter(request, "limit", 5, {1, 10}), number) << text;
  }
  EXPECT_EQ(number_parameter({}, "limit", 5, {1, 10}), 5U);
}

TEST(NumberParameter, SaysWhatItMustBe) {
  const auto response = bad_number("limit", {1, 10});
  EXPECT_EQ(response.status, 400);
  ASSERT_TRUE(response.problem);
  EXPECT_EQ(response.problem->detail, "`limit` must be a whole number from 1 to 10.");
}

}  // namespace
}  // namespace kb
