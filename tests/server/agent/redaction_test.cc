#include "server/agent/redaction.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Redaction, TakesOutPersonalDataTheSameInAllTexts) {
  const auto redacted = without_personal_data(
      {}, {"Write to ana@example.com", "ana@example.com and ion@example.com, E-1042"}, "en");
  ASSERT_TRUE(redacted);
  ASSERT_EQ(redacted->size(), 2u);
  EXPECT_THAT((*redacted)[0] + (*redacted)[1], Not(HasSubstr("example.com")));
  EXPECT_THAT((*redacted)[1], HasSubstr("E-1042"));
  const auto placeholder = (*redacted)[0].substr(std::string("Write to ").size());
  EXPECT_THAT((*redacted)[1], HasSubstr(placeholder));
}

TEST(Redaction, FailsOnABadPattern) {
  RedactConfig config;
  config.patterns["order"] = "(";
  EXPECT_FALSE(without_personal_data(config, {"text"}, "en"));
}

TEST(Redaction, OfNothingIsNothing) {
  EXPECT_TRUE(without_personal_data({}, {}, "en")->empty());
}

}  // namespace
}  // namespace kb
