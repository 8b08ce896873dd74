#include "server/writer/personal_data.h"

#include <gmock/gmock.h>

namespace kb {
namespace {

std::string marks(std::string_view text) {
  std::string out;
  for (const auto& part : marked_parts(text))
    out += part.marked ? "[" + part.text + "]" : part.text;
  return out;
}

TEST(MarkedParts, AreThePlaceholders) {
  EXPECT_EQ(marks("Write to «e-mail», or «e-mail 2»."), "Write to [«e-mail»], or [«e-mail 2»].");
  EXPECT_EQ(marks("Press «OK»"), "Press «OK»");
  EXPECT_EQ(marks("«telefon»"), "[«telefon»]");
  EXPECT_EQ(marks(""), "");
}

TEST(PersonalData, IsFoundOnceInAllTexts) {
  const auto data =
      personal_data({}, {"Write to eve@example.com", "eve@example.com or «phone», «phone»"}, "en");
  ASSERT_TRUE(data) << to_line(data.error());
  ASSERT_EQ(data->values.size(), 1U);
  EXPECT_EQ(data->values[0].text, "eve@example.com");
  EXPECT_EQ(data->values[0].kind, redact::Kind::email);
  EXPECT_THAT(data->placeholders, testing::ElementsAre("«phone»"));
}

TEST(PersonalData, IsNotWhatTheConfigurationKeeps) {
  RedactConfig config;
  config.keep = {"help@fernway.example"};
  const auto data = personal_data(config, {"Write to help@fernway.example (E-1042)"}, "en");
  ASSERT_TRUE(data);
  EXPECT_TRUE(data->values.empty());
}

TEST(PersonalData, OfABadPatternIsAnError) {
  RedactConfig config;
  config.patterns["order"] = "(";
  EXPECT_FALSE(personal_data(config, {"x"}, "en"));
}

}  // namespace
}  // namespace kb
