#include "server/contact/channels.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

// Friday, 2026-03-13, in Warsaw (UTC+1).
Time at(int hour, int minute = 0) {
  using namespace std::chrono;
  return sys_days{year{2026} / 3 / 13} + hours{hour - 1} + minutes{minute};
}

class Channels : public testing::Test {
 protected:
  Channels() {
    config.contact.answer_minutes = 1440;
    add("form", {}, {}, {}, 240);
    add("phone", "+48 (22) 555-01-00", {}, "Mo-Fr 09:00-17:00");
    add("chat", "https://chat.example/{lang}", {"billing"}, "Mo-Fr 08:00-20:00").name = {
        {"en", "Chat about payments"}};
    add("link", "https://status.example/", {"billing", "orders"});
    add("phone", "112 112", {"billing"});
  }

  ChannelConfig& add(const std::string& kind, const std::string& address,
                     const std::vector<std::string>& categories, const std::string& hours = {},
                     int minutes = 0) {
    auto& channel = config.contact.channels.emplace_back();
    channel.kind = kind;
    channel.address = address;
    channel.categories = categories;
    channel.hours = hours;
    channel.answer_minutes = minutes;
    return channel;
  }

  // "phone tel:+48… until 1020", one after the other.
  std::string shown(const std::string& category, Time now) const {
    const std::string lang = "en";
    std::string all;
    for (const auto& channel : fitting_channels({config, calendar, now, lang}, category)) {
      all += (all.empty() ? "" : ", ") + channel.kind + " " + channel.url;
      if (channel.has_hours && channel.open_until >= 0)
        all += " until " + std::to_string(channel.open_until);
      if (channel.has_hours && channel.open_until < 0)
        all += " in " + std::to_string(channel.opens_in_days) + " days, weekday " +
               std::to_string(channel.opens_weekday) + ", at " + std::to_string(channel.opens_at);
    }
    return all;
  }

  Config config;
  const text::Calendar calendar = text::Calendar::of("Europe/Warsaw").value();
};

TEST_F(Channels, AreThoseOfTheTopicOrElseOfNoTopic) {
  EXPECT_EQ(shown("", at(10)), "phone tel:+48225550100 until 1020");
  EXPECT_EQ(shown("account", at(10)), shown("", at(10)));
  EXPECT_EQ(shown("orders", at(10)), "link https://status.example/");
}

TEST_F(Channels, AreTwoAtMostAndOpenOnes) {
  EXPECT_EQ(shown("billing", at(10)),
            "chat https://chat.example/en until 1200, link https://status.example/");
  EXPECT_EQ(shown("billing", at(21)), "link https://status.example/, phone tel:112112");
}

TEST_F(Channels, ClosedOnesSayWhenTheyOpenWhereNothingElseIsThere) {
  EXPECT_EQ(shown("", at(8)), "phone tel:+48225550100 in 0 days, weekday 4, at 540");
  EXPECT_EQ(shown("", at(17)), "phone tel:+48225550100 in 3 days, weekday 0, at 540");
}

TEST_F(Channels, TheFormAnswersAsItsTopicSays) {
  EXPECT_EQ(answer_minutes(config, ""), 240);
  EXPECT_EQ(answer_minutes(config, "billing"), 1440);
  add("form", {}, {"billing"}, {}, 30);
  EXPECT_EQ(answer_minutes(config, "billing"), 30);
}

TEST_F(Channels, OnlyTopicsThatAreNamedHaveWaysOfTheirOwn) {
  const std::string lang = "en";
  const auto ways =
      contact_ways({config, calendar, at(10), lang}, {"account", "billing", "orders"});
  ASSERT_EQ(ways.size(), 3U);
  EXPECT_TRUE(ways[0].categories.empty());
  EXPECT_EQ(ways[1].categories, std::vector<std::string>{"billing"});
  EXPECT_EQ(ways[1].channels[0].name, "Chat about payments");
  EXPECT_EQ(ways[2].categories, std::vector<std::string>{"orders"});
}

}  // namespace
}  // namespace kb
