#include "server/agent/contact_part.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/server/agent/pages_for_tests.h"

namespace kb::page {
namespace {

using namespace std::chrono_literals;

struct Age {
  std::chrono::seconds age;
  const char* words;
};
class Ages : public testing::TestWithParam<Age> {};

TEST_P(Ages, AreToldInTheLargestUnitThatFits) {
  const auto staff = agent_site("en");
  const Frame frame(renderer(), staff.site);
  EXPECT_EQ(open_ticket_items(frame, {{.lang = "pl", .age = GetParam().age}})[0]["age"],
            GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Cases, Ages,
                         testing::Values(Age{0s, "0 minutes ago"}, Age{119s, "1 minute ago"},
                                         Age{3599s, "59 minutes ago"}, Age{1h, "1 hour ago"},
                                         Age{47h + 59min, "47 hours ago"}, Age{48h, "2 days ago"},
                                         Age{24h * 400, "400 days ago"}));

TEST(ContactPart, MarksTheLanguageOfWhatTheCustomerWrote) {
  const auto staff = agent_site("en");
  const Frame frame(renderer(), staff.site);
  const auto part = contact_part(frame, {.ticket = {.name = "contact/1042", .lang = "ar"},
                                         .state = "open",
                                         .trail = {{.kind = "read", .text = "T", .lang = "pl"}}});
  EXPECT_EQ(part["lang"], "ar");
  EXPECT_EQ(part["dir"], "rtl");
  EXPECT_EQ(part["written_in"], "Arabic");
  EXPECT_EQ(part["state"], "Waits for an answer");
  EXPECT_EQ(part["is_open"], true);
  EXPECT_EQ(part["erased"], "");
  EXPECT_EQ(part["trail"][0]["what"], "Read");
  EXPECT_EQ(part["trail"][0]["lang"], "pl");
}

TEST(ContactPart, OfAClosedTicketIsNotOpen) {
  const auto staff = agent_site("de");
  const Frame frame(renderer(), staff.site);
  for (const auto* state : {"solved", "answered"}) {
    const auto part =
        contact_part(frame, {.ticket = {.lang = "de"}, .state = state, .erased = Time{}});
    EXPECT_EQ(part["is_open"], false);
    EXPECT_EQ(part["erased"], "Text und Adresse wurden am 1. Januar 1970 gelöscht.");
    EXPECT_EQ(part["has_trail"], false);
  }
}

}  // namespace
}  // namespace kb::page
