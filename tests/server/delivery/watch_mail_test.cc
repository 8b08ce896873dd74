#include "server/delivery/watch_mail.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/sample_ticket.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kLink = "https://help.example/en/watch/x7Fq";

class WatchMailTest : public testing::Test {
 protected:
  WatchMail mail() const { return {sample_.config, sample_texts(), watch, sample_.now}; }

  store::AnswerWatch watch = {.id = 7,
                              .token_hash = "0123456789abcdef0123",
                              .email = "ana@mail.example",
                              .lang = "en",
                              .query = "reset hub 2.0"};

 private:
  const SampleTicket sample_;
};

TEST_F(WatchMailTest, AsksTheOwnerToConfirm) {
  const auto message = confirm_mail(mail(), kLink, {});
  EXPECT_EQ(message.to, "ana@mail.example");
  EXPECT_EQ(message.id, "watch/7/confirm/0123456789abcdef");
  EXPECT_THAT(as_text(message.body), AllOf(HasSubstr("The question: “reset hub 2.0”"),
                                           HasSubstr(std::string("Confirm or stop:\n") + kLink),
                                           HasSubstr("If that was not you, do nothing")));
  EXPECT_THAT(to_wire(message),
              AllOf(HasSubstr(std::string("List-Unsubscribe: <") + kLink + ">\r\n"),
                    HasSubstr("List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n")));
}

TEST_F(WatchMailTest, IsStoppedByOneClickOverTlsOnly) {
  EXPECT_THAT(to_wire(confirm_mail(mail(), "http://localhost:8080/en/watch/x", {})),
              AllOf(HasSubstr("List-Unsubscribe: "), Not(HasSubstr("One-Click"))));
}

// "Win at evil.example" was searched for, and another's address left: we mailed it to them.
class Bait : public WatchMailTest, public testing::WithParamInterface<const char*> {};
TEST_P(Bait, IsNotMailedToOthers) {
  watch.query = GetParam();
  EXPECT_THAT(as_text(confirm_mail(mail(), kLink, {}).body), Not(HasSubstr("The question")));
}
INSTANTIATE_TEST_SUITE_P(
    All, Bait,
    testing::Values("win at evil.example", "https://evil.example", "write to eve@evil", "a/b",
                    "evil.example/now",
                    "0123456789012345678901234567890123456789012345678901234567"
                    "8901234567890123456789012345678901234567890123456789012345"
                    "67890"));

TEST_F(WatchMailTest, NamesTheArticle) {
  watch.query.clear();
  watch.article = "en/billing/refund";
  EXPECT_THAT(as_text(confirm_mail(mail(), kLink, "Get a refund").body),
              HasSubstr("The article: Get a refund"));
}

TEST_F(WatchMailTest, TellsWhatWasFound) {
  const auto message = told_mail(mail(), {{"Reset the hub", "https://help.example/en/a/reset"}});
  EXPECT_EQ(message.id, "watch/7/told");
  EXPECT_EQ(message.subject, "Now there is an answer: reset hub 2.0");
  EXPECT_THAT(as_text(message.body),
              AllOf(HasSubstr("- Reset the hub\n  https://help.example/en/a/reset"),
                    HasSubstr("your address is deleted now")));
}

TEST_F(WatchMailTest, TellsWhatWasChanged) {
  watch.article = "en/billing/refund";
  const auto message = told_mail(mail(), {{"Get a refund", "https://help.example/en/a/refund"}});
  EXPECT_EQ(message.subject, "Changed since: Get a refund");
}

TEST_F(WatchMailTest, IsCompleteInEveryLanguage) {
  for (const auto& [lang, texts] : sample_texts().languages()) {
    watch.lang = lang;
    const auto text = as_text(confirm_mail(mail(), kLink, {}).body) +
                      as_text(told_mail(mail(), {{"a", "https://help.example/"}}).body);
    EXPECT_THAT(text, AllOf(HasSubstr(kLink), Not(HasSubstr("mail.")), Not(HasSubstr("{"))))
        << lang;
  }
}

}  // namespace
}  // namespace kb
