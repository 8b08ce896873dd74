#include "server/delivery/team_mail.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/sample_ticket.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

TEST(TeamMail, SaysWhatTheyWroteAndDidBefore) {
  const SampleTicket sample;
  const auto mail = team_mail(sample.request());
  EXPECT_EQ(mail.to, "team@fernway.example");
  EXPECT_EQ(mail.reply_to, "ana@mail.example");
  EXPECT_EQ(mail.subject, "[1042] Where is my refund?");
  EXPECT_EQ(as_text(mail.body),
            "> I sent it back.\n> Nothing came.\n\n"
            "- From: ana@mail.example\n"
            "- Language: en\n"
            "- Category: billing\n"
            "- Came from: https://app.example/orders\n\n"
            "What they did before writing:\n\n"
            "- searched for “late refund”\n"
            "- billing/refund did not help\n");
}

TEST(TeamMail, LeavesOutATrailThatWasLeftOut) {
  SampleTicket sample;
  for (const char* trail : {"", "{}", "nonsense"}) {
    sample.ticket.trail = trail;
    EXPECT_THAT(as_text(team_mail(sample.request()).body), Not(HasSubstr("before writing")));
  }
}

TEST(TeamMail, IsInTheSitesLanguage) {
  SampleTicket sample;
  sample.config.site.default_language = "de";
  sample.ticket.lang = "ro";
  EXPECT_THAT(as_text(team_mail(sample.request()).body), HasSubstr("Sprache: ro"));
}

TEST(TeamMail, IsAnsweredToNobodyWhereTheAddressIsNone) {
  SampleTicket sample;
  sample.ticket.email = "ana@mail.example\r\nBcc: eve@mail.example";
  const auto mail = team_mail(sample.request());
  EXPECT_EQ(mail.reply_to, "");
  sample.ticket.subject = "Hi\r\nBcc: eve@mail.example";
  const auto wire = to_wire(team_mail(sample.request()));
  EXPECT_THAT(wire.substr(0, wire.find("\r\n\r\n")), Not(HasSubstr("\nBcc:")));
}

}  // namespace
}  // namespace kb
