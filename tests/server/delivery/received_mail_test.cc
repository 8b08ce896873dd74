#include "server/delivery/received_mail.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/sample_ticket.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string text_of(const SampleTicket& sample) {
  return as_text(received_mail(sample.request()).body);
}

TEST(ReceivedMail, TellsTheNumberTheTimeTheArticlesAndHowToCloseIt) {
  const SampleTicket sample;
  const auto mail = received_mail(sample.request());
  EXPECT_EQ(mail.to, "ana@mail.example");
  EXPECT_EQ(mail.from.address, "help@fernway.example");
  EXPECT_EQ(mail.from.name, "Fernway Help");
  EXPECT_EQ(mail.subject, "We have received your message (no. 1042)");
  EXPECT_TRUE(mail.answers);
  EXPECT_THAT(text_of(sample),
              AllOf(HasSubstr("Its number is 1042."), HasSubstr("within 4 hours"),
                    HasSubstr("- How refunds work\n  https://help.example/en/a/refund"),
                    HasSubstr("This solved it:\nhttps://help.example/en/contact/x?solved=1"),
                    HasSubstr("https://help.example/en/contact/x\n")));
}

TEST(ReceivedMail, IsInTheCustomersLanguage) {
  SampleTicket sample;
  sample.ticket.lang = "ro";
  EXPECT_EQ(received_mail(sample.request()).subject, "Am primit mesajul dumneavoastră (nr. 1042)");
  sample.ticket.lang = "ar";
  EXPECT_THAT(as_html(received_mail(sample.request()).body), HasSubstr(R"(lang="ar" dir="rtl")"));
  sample.ticket.lang = "sw";  // no texts: the site's
  EXPECT_EQ(received_mail(sample.request()).body.lang, "en");
}

TEST(ReceivedMail, IsCompleteInEveryLanguage) {
  SampleTicket sample;
  for (const auto& [lang, texts] : sample_texts().languages()) {
    sample.ticket.lang = lang;
    EXPECT_THAT(text_of(sample),
                AllOf(HasSubstr("1042"), Not(HasSubstr("mail.received")), Not(HasSubstr("{"))))
        << lang;
  }
}

// Somebody typed another's address, and words for them: we would have mailed those.
TEST(ReceivedMail, HoldsNothingThatWasTyped) {
  const SampleTicket sample;
  EXPECT_THAT(to_wire(received_mail(sample.request())),
              AllOf(Not(HasSubstr("Where is my")), Not(HasSubstr("sent it back"))));
}

struct Case {
  int minutes;
  const char* words;
};
class ExpectedTime : public testing::TestWithParam<Case> {};
TEST_P(ExpectedTime, IsInUnitsThatOneReads) {
  SampleTicket sample;
  sample.answer_minutes = GetParam().minutes;
  EXPECT_THAT(text_of(sample), HasSubstr(GetParam().words));
}
INSTANTIATE_TEST_SUITE_P(
    All, ExpectedTime,
    testing::Values(Case{1, "within 1 minute."}, Case{60, "within 60 minutes."},
                    Case{61, "within 2 hours."}, Case{1440, "within 24 hours."},
                    Case{1441, "within 2 days."}, Case{4320, "within 3 days."}));

TEST(ReceivedMail, LeavesOutWhatIsNotKnown) {
  SampleTicket sample;
  sample.answer_minutes = 0;
  sample.links = {.state = "https://help.example/en/contact/x"};
  EXPECT_THAT(text_of(sample),
              AllOf(Not(HasSubstr("within")), Not(HasSubstr("Perhaps")), Not(HasSubstr("solved"))));
}

}  // namespace
}  // namespace kb
