#include "core/redact/redactor.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

using testing::HasSubstr;

Redactor with(RedactConfig config) {
  return std::move(*Redactor::create(config));
}

TEST(Redactors, FindBytesOfTheInput) {
  const auto redactor = with({});
  const std::string text = "ｔｏ　ａ@ｍａｉｌ.example!";
  const auto found = redactor.find(text, "en");
  EXPECT_EQ(shown(text, found), (std::vector<std::string>{"e-mail:ａ@ｍａｉｌ.example"}));
}

TEST(Redactors, FindWhatIsConfigured) {
  const auto redactor = with({{{"order", "FW-[0-9]{6}"}}, {}});
  const std::string text = "Łódź FW-204817";
  EXPECT_EQ(shown(text, redactor.find(text, "pl")), (std::vector<std::string>{"number:FW-204817"}));
}

TEST(Redactors, TakeALineWholeOnWhichAPatternGivesUp) {
  const auto redactor = with({{{"slow", "(a+a+)+b"}}, {}});
  const std::string text = "first\n" + std::string(60, 0x61) + "\nlast";
  const auto found = redactor.find(text, "en");
  EXPECT_EQ(found, (std::vector<Finding>{{6, 66, Kind::number}}));
}

TEST(Redactors, KeepWhatIsToBeKept) {
  const auto redactor = with({{}, {"Help@Fernway.example", "Fernway"}});
  EXPECT_TRUE(redactor.find("write to help@fernway.example", "en").empty());
  EXPECT_EQ(redactor.find("write to myhelp@fernway.example", "en").size(), 1U);
  EXPECT_TRUE(redactor.find("Hello Fernway,", "en").empty());
}

TEST(Redactors, SayWhichPatternIsBad) {
  const auto refused = Redactor::create({{{"order", "FW-["}}, {}});
  ASSERT_FALSE(refused);
  EXPECT_THAT(to_line(refused.error()), HasSubstr("redact.patterns.order"));
}

}  // namespace
}  // namespace kb::redact
