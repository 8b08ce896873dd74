#include "server/delivery/watch_answer.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/watch_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

class WatchAnswer : public WatchFixture {};

TEST_F(WatchAnswer, IsLinkedToWhereNothingIsFound) {
  EXPECT_THAT(get("/en/search?q=warranty+card").body, HasSubstr("/en/watch?q=warranty%20card"));
  EXPECT_THAT(get("/en/search?q=refund").body, Not(HasSubstr("/en/watch")));
}

TEST_F(WatchAnswer, IsNotOfferedWhereNoMailIsSent) {
  center.site.config.mail = {};
  EXPECT_EQ(get("/en/watch?q=warranty").status, 404);
  EXPECT_THAT(get("/en/search?q=warranty").body, Not(HasSubstr("/en/watch")));
}

TEST_F(WatchAnswer, AsksForAnAddress) {
  const auto page = get("/en/watch?q=warranty");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("warranty"), HasSubstr(R"(type="email")")));
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_THAT(get("/en/watch?article=en/refund").body, HasSubstr("Get a refund"));
}

TEST_F(WatchAnswer, IsAboutAQuestionOrAnArticleOfOurs) {
  EXPECT_EQ(get("/en/watch").status, 404);
  EXPECT_EQ(get("/en/watch?q=++").status, 404);
  EXPECT_EQ(get("/en/watch?q=" + std::string(201, 'a')).status, 404);
  EXPECT_EQ(get("/en/watch?article=en/nothing").status, 404);
  EXPECT_EQ(ask({{"email", "ana@mail.example"}, {"article", "en/../secret"}}).status, 404);
  EXPECT_THAT(mails(), IsEmpty());
}

TEST_F(WatchAnswer, CountsOnlyOnceItsOwnerConfirms) {
  const auto sent = ask({{"email", " ana@mail.example "}, {"q", "warranty"}});
  EXPECT_EQ(sent.status, 200);
  EXPECT_THAT(sent.body, HasSubstr("Please look into your mailbox"));
  EXPECT_THAT(confirmed(), IsEmpty());
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_EQ(mails().front().target, "ana@mail.example");

  const auto token = token_in(mails().front());
  // Mail scanners follow links: nothing may change by that.
  EXPECT_THAT(get("/en/watch/" + token).body, HasSubstr(R"(value="confirm")"));
  EXPECT_THAT(confirmed(), IsEmpty());

  EXPECT_THAT(decide(token, "confirm").body, HasSubstr("Noted"));
  ASSERT_THAT(confirmed(), SizeIs(1));
  EXPECT_EQ(confirmed().front().query, "warranty");
  EXPECT_EQ(confirmed().front().lang, "en");
  EXPECT_THAT(decide(token, "confirm").body, HasSubstr("Noted"));  // twice is once
}

TEST_F(WatchAnswer, IsStoppedByItsOwner) {
  ask({{"email", "ana@mail.example"}, {"q", "warranty"}});
  const auto token = token_in(mails().front());
  decide(token, "confirm");
  EXPECT_THAT(decide(token, "stop").body, HasSubstr("Your address is deleted"));
  EXPECT_THAT(confirmed(), IsEmpty());
  EXPECT_THAT(decide(token, "stop").body, HasSubstr("Your address is deleted"));
  EXPECT_EQ(decide(token, "confirm").status, 404);
}

TEST_F(WatchAnswer, IsStoppedByOneClickInTheMailProgram) {
  ask({{"email", "ana@mail.example"}, {"q", "warranty"}});
  const auto token = token_in(mails().front());
  decide(token, "confirm");
  const auto clicked =
      answer(form("/en/watch/" + token, {{"List-Unsubscribe", "One-Click"}}));  // no Origin
  EXPECT_EQ(clicked.status, 200);
  EXPECT_THAT(confirmed(), IsEmpty());
}

TEST_F(WatchAnswer, KnowsNoForgedLink) {
  EXPECT_EQ(decide("x7Fq", "confirm").status, 404);
}

TEST_F(WatchAnswer, RemembersTheArticleAsItWas) {
  ask({{"email", "ana@mail.example"}, {"article", "en/refund"}}, "ro");
  decide(token_in(mails().front()), "confirm");
  ASSERT_THAT(confirmed(), SizeIs(1));
  EXPECT_EQ(confirmed().front().article, "en/refund");
  EXPECT_EQ(confirmed().front().lang, "ro");  // of the mail
  EXPECT_NE(confirmed().front().seen, "");
}

TEST_F(WatchAnswer, KeepsNoPersonalDataOfAQuestion) {
  ask({{"email", "ana@mail.example"}, {"q", "order of bo@mail.example"}});
  decide(token_in(mails().front()), "confirm");
  ASSERT_THAT(confirmed(), SizeIs(1));
  EXPECT_THAT(confirmed().front().query, Not(HasSubstr("bo@mail")));
}

TEST_F(WatchAnswer, SaysWhatIsWrongWithAnAddressAndKeepsIt) {
  const auto page = ask({{"email", "ana"}, {"q", "warranty"}});
  EXPECT_EQ(page.status, 422);
  EXPECT_THAT(page.body, AllOf(HasSubstr("does not look like an e-mail address"),
                               HasSubstr(R"(value="ana")"), HasSubstr(R"(value="warranty")")));
  EXPECT_THAT(mails(), IsEmpty());
}

TEST_F(WatchAnswer, TakesNothingFromRobots) {
  const auto page =
      ask({{"email", "ana@mail.example"}, {"q", "warranty"}, {"website", "https://spam.example"}});
  EXPECT_THAT(page.body, HasSubstr("Please look into your mailbox"));
  EXPECT_THAT(mails(), IsEmpty());
}

TEST_F(WatchAnswer, FloodsNobodysMailbox) {
  for (int i = 0; i < 10; ++i) {
    const auto page = ask({{"email", "ana@mail.example"}, {"q", "q" + std::to_string(i)}});
    EXPECT_THAT(page.body, HasSubstr("Please look into your mailbox"));
  }
  EXPECT_THAT(mails(), SizeIs(MailLimit::kMostToOne));
  for (int i = 0; i < 20; ++i)
    ask({{"email", "a" + std::to_string(i) + "@mail.example"}, {"q", "warranty"}});
  const auto page = ask({{"email", "bo@mail.example"}, {"q", "warranty"}});
  EXPECT_EQ(page.status, 429);
  EXPECT_THAT(page.body, HasSubstr("try again in an hour"));
}

// The host of a request is whatever its sender says: a link to it was mailed to others.
TEST_F(WatchAnswer, LinksToTheSiteWhateverTheRequestSays) {
  auto asked = form("/en/watch", {{"email", "ana@mail.example"}, {"q", "warranty"}});
  asked.host = "evil.example";
  EXPECT_EQ(answer(asked).status, 200);
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(mails().front().payload,
              AllOf(HasSubstr("<https://help.example/en/watch/"), Not(HasSubstr("evil.example"))));
}

TEST_F(WatchAnswer, IsRefusedToOtherSitesPages) {
  const auto refused = answer(form("/en/watch", {{"email", "ana@mail.example"}, {"q", "a"}}, {},
                                   {{"Origin", "https://evil.example"}}));
  EXPECT_EQ(refused.status, 403);
  EXPECT_THAT(mails(), IsEmpty());
}

}  // namespace
}  // namespace kb
