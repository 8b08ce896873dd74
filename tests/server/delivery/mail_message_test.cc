#include "server/delivery/mail_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

MailMessage sample_message() {
  MailMessage mail{.from = {"Fernway Help", "help@fernway.example"},
                   .to = "ana@mail.example",
                   .subject = "Răspuns",
                   .id = "ticket/1042/received",
                   .date = Time(std::chrono::seconds{1'795'389'600}),
                   .answers = true};
  mail.body.lang = "ro";
  mail.body.say("Bună ziua");
  return mail;
}

TEST(MailMessage, HasTheHeadersOfAMail) {
  EXPECT_THAT(
      to_wire(sample_message()),
      AllOf(HasSubstr("Date: Sun, 22 Nov 2026 23:20:00 +0000\r\n"),
            HasSubstr("From: \"Fernway Help\" <help@fernway.example>\r\n"),
            HasSubstr("To: ana@mail.example\r\n"),
            HasSubstr("Subject: =?UTF-8?B?UsSDc3B1bnM=?=\r\n"),
            HasSubstr("Message-ID: "
                      "<ticket.1042.received.1795389600@fernway.example>\r\n"),
            HasSubstr("Auto-Submitted: auto-replied\r\n"), HasSubstr("Content-Language: ro\r\n"),
            HasSubstr("MIME-Version: 1.0\r\n"), Not(HasSubstr("Reply-To"))));
}

TEST(MailMessage, HasAReplyToAndMoreHeadersWhereTold) {
  auto mail = sample_message();
  mail.reply_to = "bo@mail.example";
  mail.answers = false;
  mail.headers = {{"List-Unsubscribe", "<https://help.example/en/watch/x>"}};
  EXPECT_THAT(to_wire(mail),
              AllOf(HasSubstr("Reply-To: bo@mail.example\r\n"),
                    HasSubstr("Auto-Submitted: auto-generated\r\n"),
                    HasSubstr("List-Unsubscribe: <https://help.example/en/watch/x>\r\n")));
}

// A link of more than 60 characters was encoded as words are, and no program found it.
TEST(MailMessage, LeavesHeadersForProgramsAsTheyAre) {
  auto mail = sample_message();
  const auto link = "<https://help.example/en/watch/" + std::string(80, 'x') + ">";
  mail.headers = {{"List-Unsubscribe", link}, {"X-Eve", "a\r\nBcc: eve@mail.example"}};
  EXPECT_THAT(to_wire(mail),
              AllOf(HasSubstr("List-Unsubscribe: " + link + "\r\n"), Not(HasSubstr("\nBcc:"))));
}

// A line break in a subject made a header of what followed it.
TEST(MailMessage, HasNoHeaderThatATextBegan) {
  auto mail = sample_message();
  mail.subject = "Hi\r\nBcc: eve@mail.example";
  mail.from.name = "Help\nX-Eve: 1";
  EXPECT_THAT(to_wire(mail), AllOf(Not(HasSubstr("\nBcc:")), Not(HasSubstr("\nX-Eve:"))));
}

TEST(MailMessage, EndsItsLinesAndIsAscii) {
  const auto wire = to_wire(sample_message());
  for (std::size_t i = 0; i < wire.size(); ++i) {
    EXPECT_LT(static_cast<unsigned char>(wire[i]), 0x80);
    EXPECT_EQ(wire[i] == '\n', i > 0 && wire[i - 1] == '\r');
  }
  EXPECT_THAT(wire, HasSubstr("Bun=C4=83 ziua"));
}

class MailAddress : public testing::TestWithParam<std::pair<const char*, bool>> {};
TEST_P(MailAddress, IsTold) {
  EXPECT_EQ(is_mail_address(GetParam().first), GetParam().second) << GetParam().first;
}
INSTANTIATE_TEST_SUITE_P(
    All, MailAddress,
    testing::Values(std::pair{"ana@mail.example", true}, std::pair{"a.b+c@x-y.example", true},
                    std::pair{"root@localhost", true}, std::pair{"", false},
                    std::pair{"ana", false}, std::pair{"@mail.example", false},
                    std::pair{"ana@", false}, std::pair{"a@b@c.example", false},
                    std::pair{"a b@mail.example", false}, std::pair{".a@mail.example", false},
                    std::pair{"a..b@mail.example", false}, std::pair{"a@mail..example", false},
                    std::pair{"a@-mail.example", false}, std::pair{"a@mail.example.", false},
                    std::pair{"a@mail.example\r\nBcc: b@c.example", false},
                    std::pair{"<a@mail.example>", false}, std::pair{"a,b@mail.example", false},
                    std::pair{"ană@mail.example", false}));

TEST(MailAddress, IsOfBoundedLength) {
  EXPECT_TRUE(is_mail_address(std::string(64, 'a') + "@mail.example"));
  EXPECT_FALSE(is_mail_address(std::string(65, 'a') + "@mail.example"));
  EXPECT_FALSE(is_mail_address("a@" + std::string(260, 'b')));
}

}  // namespace
}  // namespace kb
