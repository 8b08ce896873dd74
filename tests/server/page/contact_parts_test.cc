#include "server/page/contact_parts.h"

#include <nlohmann/json.hpp>

#include "tests/server/page/page_fixture.h"

namespace kb::page {
namespace {

struct Case {
  int minutes;
  std::string lang, words;
};
class AnswerTime : public testing::TestWithParam<Case> {};

TEST_P(AnswerTime, IsInTheUnitThatPeopleUse) {
  const auto site = sample_site(GetParam().lang);
  EXPECT_EQ(answer_time(Frame(renderer(), site), GetParam().minutes), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Times, AnswerTime,
                         testing::Values(Case{10, "en", "10 minutes"}, Case{60, "en", "1 hour"},
                                         Case{90, "en", "90 minutes"}, Case{240, "en", "4 hours"},
                                         Case{150, "en", "3 hours"}, Case{1440, "en", "1 day"},
                                         Case{2160, "en", "36 hours"}, Case{2880, "en", "2 days"},
                                         Case{2881, "en", "3 days"}, Case{2880, "de", "2 Tagen"},
                                         Case{300, "pl", "5 godzin"}, Case{1440, "ru", "1 дня"}));

TEST(TrailItems, SayWhatWasDone) {
  const auto site = sample_site("en");
  const Frame frame(renderer(), site);
  std::string all;
  using Kind = ContactStep::Kind;
  for (const auto& item : trail_items(frame, {{Kind::from, "https://shop.example/orders"},
                                              {Kind::searched, "late refund"},
                                              {Kind::read, "Refunds"},
                                              {Kind::helped, "Refunds"},
                                              {Kind::not_helped, "Cards"},
                                              {Kind::suggested, "Parcels"}}))
    all += item["words"].get<std::string>() + "\n";
  EXPECT_EQ(all,
            "You came from https://shop.example/orders\nYou searched for “late refund”\nYou read "
            "“Refunds”\n“Refunds” helped you\n“Cards” did not help you\n“Parcels” was suggested to "
            "you\n");
}

TEST(ChannelItems, SayWhenAndHowFast) {
  const auto site = sample_site("en");
  const auto items = channel_items(
      Frame(renderer(), site),
      {{.kind = "phone", .url = "tel:+1", .address = "+1", .has_hours = true, .open_until = 1020},
       {.kind = "chat",
        .name = "Chat",
        .url = "/chat",
        .answer_minutes = 5,
        .has_hours = true,
        .opens_in_days = 1,
        .opens_weekday = 2,
        .opens_at = 545},
       {.kind = "link",
        .url = "/x",
        .has_hours = true,
        .opens_in_days = 3,
        .opens_weekday = 0,
        .opens_at = 540}});
  EXPECT_EQ(items[0]["name"], "By phone");
  EXPECT_EQ(items[0]["link"], "+1");
  EXPECT_EQ(items[0]["hours"], "Open now, until 17:00");
  EXPECT_EQ(items[0]["answer"], "");
  EXPECT_EQ(items[1]["name"], "Chat");
  EXPECT_EQ(items[1]["hours"], "Closed now, opens tomorrow at 09:05");
  EXPECT_EQ(items[1]["answer"], "We usually answer within 5 minutes.");
  EXPECT_EQ(items[2]["hours"], "Closed now, opens on Monday at 09:00");
}

TEST(SuggestionItems, AreMarkedWithTheirLanguage) {
  const auto site = sample_site("ar");
  const auto items = suggestion_items(
      Frame(renderer(), site), {{.key = "en/a", .lang = "en"}, {.key = "ar/a", .lang = "ar"}});
  EXPECT_EQ(items[0]["dir"], "ltr");
  EXPECT_EQ(items[0]["open"], true);
  EXPECT_EQ(items[1]["lang"], "");
  EXPECT_EQ(items[1]["open"], false);
}

TEST(HiddenFields, CarryWhatWasSeen) {
  nlohmann::json model;
  add_hidden_fields(model, {.form = "f", .trail = "t", .seen = {"en/a", "en/b"}});
  EXPECT_EQ(model["form_token"], "f");
  EXPECT_EQ(model["seen"].size(), 2U);
}

}  // namespace
}  // namespace kb::page
