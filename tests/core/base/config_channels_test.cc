#include "core/base/config_channels.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

namespace {

using namespace kb;
using testing::ElementsAre;
using testing::Pair;

Result<std::vector<ChannelConfig>> read_channels(const std::string& text) {
  return read_channels(ConfigYaml("kb.yaml"), YAML::Load(text));
}

TEST(ConfigChannels, AreReadWithAllTheyHave) {
  const auto channels = read_channels(
      "- {kind: form, answer_time: 4h}\n"
      "- {kind: phone, address: '+48 22 555 01 00', name: {en: Call us, pl: Zadzwoń},\n"
      "   categories: [billing, delivery], hours: 'Mo-Fr 09:00-17:00', answer_time: 10m}");
  ASSERT_TRUE(channels) << to_line(channels.error());
  ASSERT_EQ(channels->size(), 2U);
  EXPECT_EQ(channels->at(0).kind, "form");
  EXPECT_EQ(channels->at(0).answer_minutes, 240);
  EXPECT_EQ(channels->at(1).address, "+48 22 555 01 00");
  EXPECT_THAT(channels->at(1).name, ElementsAre(Pair("en", "Call us"), Pair("pl", "Zadzwoń")));
  EXPECT_THAT(channels->at(1).categories, ElementsAre("billing", "delivery"));
  EXPECT_EQ(channels->at(1).hours, "Mo-Fr 09:00-17:00");
}

TEST(ConfigChannels, NothingIsNone) {
  EXPECT_TRUE(read_channels("~")->empty());
}

struct Case {
  std::string yaml, error;
};
class WrongChannels : public testing::TestWithParam<Case> {};

TEST_P(WrongChannels, SayWhatToWrite) {
  const auto channels = read_channels(GetParam().yaml);
  ASSERT_FALSE(channels);
  EXPECT_EQ(to_line(channels.error()), "kb.yaml:1: " + GetParam().error);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, WrongChannels,
    testing::Values(
        Case{"phone",
             "`contact.channels`: expected a list; - {kind: phone, address: \"+48 22 555 01 00\"}"},
        Case{"[phone]",
             "`contact.channels`: expected kind and address; "
             "- {kind: phone, address: \"+48 22 555 01 00\"}"},
        Case{"[{kind: fax}]",
             "`contact.channels.kind`: unknown kind `fax`; known: form, phone, chat, link"},
        Case{"[{kind: phone, adress: 1}]",
             "unknown key `contact.channels.adress`; did you mean `address`?"},
        Case{"[{kind: phone, address: call us}]",
             "`contact.channels.address`: no phone number: 'call us'; \"+48 22 555 01 00\", in "
             "quotes"},
        Case{
            "[{kind: chat, address: 'javascript:alert(1)'}]",
            "`contact.channels.address`: no address: 'javascript:alert(1)'; https://…, mailto:… or "
            "a path such as /en/"},
        Case{"[{kind: form, hours: 9-17}]",
             "contact.channels.hours: these are no opening hours: '9-17'; such as \"Mo-Fr "
             "09:00-17:00; Sa 10:00-14:00\""},
        Case{"[{kind: form, answer_time: soon}]",
             "`contact.channels.answer_time`: expected a time such as 30m, 4h or 2d"}));

}  // namespace
