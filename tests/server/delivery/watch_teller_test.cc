#include "server/delivery/watch_teller.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/watch_fixture.h"

namespace kb {
namespace {

using store::GapState;
using testing::AllOf;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

class Teller : public WatchFixture {
 protected:
  // Somebody has asked and confirmed; the mail about that is gone.
  void watch(const Fields& fields, const std::string& lang = "en") {
    auto all = fields;
    all.push_back({"email", "ana@mail.example"});
    ask(all, lang);
    const auto asked = mails().back();
    decide(token_in(asked), "confirm");
    const auto done = store().write([&](store::Sql& sql) {
      return store::set_delivered(sql, asked.id, center.site.clock.now());
    });
    EXPECT_TRUE(done);
  }
  void run() { teller_.run(); }

  // A gap about these questions, as it is written down; whom it concerns is told.
  void prove(const std::string& lang, std::vector<store::GapMember> questions,
             const std::string& article = {}, GapState state = GapState::verified) {
    const store::Gap gap{
        .lang = lang, .state = state, .article = article, .questions = std::move(questions)};
    const auto told =
        store().write([&](store::Sql& sql) { return teller_.tell_of_proved(sql, gap); });
    EXPECT_TRUE(told) << to_line(told.error());
  }

  std::vector<std::string> problems_;

 private:
  WatchTeller teller_{{center.site.config, center.searchers(), center.center().renderer.texts(),
                       center.center().urls, center.site.clock,
                       [this] { return center.center().store(); },
                       [this](const Error& error) { problems_.push_back(to_line(error)); }}};
};

TEST_F(Teller, TellsWhenAQuestionFindsSomething) {
  watch({{"q", "warranty"}});
  run();
  EXPECT_THAT(mails(), IsEmpty());

  center.site.write("en/warranty.md", "# The warranty\n\nTwo years.\n");
  center.publish();
  run();
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(mails().front().payload, AllOf(HasSubstr("Subject: Now there is an answer: warranty"),
                                             HasSubstr("https://help.example/en/a/warranty")));
  EXPECT_THAT(confirmed(), IsEmpty());  // and forgotten
  run();
  EXPECT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_F(Teller, DoesNotTellOfAnotherLanguage) {
  watch({{"q", "warranty"}}, "ro");
  center.site.write("en/warranty.md", "# The warranty\n\nTwo years.\n");
  center.publish();
  run();
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_THAT(confirmed(), SizeIs(1));
}

TEST_F(Teller, TellsWhenAnArticleIsChanged) {
  watch({{"article", "en/refund"}}, "ro");
  center.site.write("en/other.md", "# Something else\n");
  center.publish();
  run();
  EXPECT_THAT(mails(), IsEmpty());

  center.site.write("en/refund.md", "# Get a refund\n\nSend it back within 60 days.\n");
  center.publish();
  run();
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(mails().front().payload, AllOf(HasSubstr("Content-Language: ro"),
                                             HasSubstr("https://help.example/en/a/refund")));
}

// The article was published while the mail that asks back was still unread.
TEST_F(Teller, TellsWhoConfirmsAfterItWasAnswered) {
  run();
  center.site.write("en/warranty.md", "# The warranty\n\nTwo years.\n");
  center.publish();
  run();
  watch({{"q", "warranty"}});
  run();
  EXPECT_THAT(mails(), SizeIs(1));
}

TEST_F(Teller, WaitsForAnArticleThatIsAway) {
  watch({{"article", "en/refund"}});
  center.site.remove("en/refund.md");
  center.publish();
  run();
  EXPECT_THAT(mails(), IsEmpty());
  EXPECT_THAT(confirmed(), SizeIs(1));
}

// What was published says it in other words: the search as it was asked finds nothing yet.
TEST_F(Teller, TellsWhoAskedAboutAGapThatIsProved) {
  watch({{"q", "Warranty  of lamps"}});
  watch({{"q", "warranty of hubs"}});
  center.site.write("en/guarantee.md", "# Our guarantee\n\nTwo years.\n");
  center.publish();
  run();
  EXPECT_THAT(mails(), IsEmpty());

  prove("en", {{"warranty of lamps"}}, "en/guarantee");
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(mails().front().payload, AllOf(HasSubstr("Content-Language: en"),
                                             HasSubstr("https://help.example/en/a/guarantee")));
  ASSERT_THAT(confirmed(), SizeIs(1));
  EXPECT_EQ(confirmed().front().query, "warranty of hubs");
  prove("en", {{"warranty of lamps"}}, "en/guarantee");
  run();
  EXPECT_THAT(mails(), SizeIs(1)) << "once";
}

TEST_F(Teller, TellsOfAGapWithoutAnArticleWhatIsFoundNow) {
  watch({{"q", "refnud"}});
  prove("en", {{"refnud"}}, "en/gone");
  ASSERT_THAT(mails(), SizeIs(1));
  EXPECT_THAT(mails().front().payload, HasSubstr("https://help.example/en/a/refund"));
}

TEST_F(Teller, TellsNobodyElseOfAGap) {
  watch({{"q", "warranty"}});
  watch({{"article", "en/refund"}});
  ask({{"email", "not-confirmed@mail.example"}, {"q", "warranty"}});
  const auto asked = mails().size();
  prove("ro", {{"warranty"}}, "ro/refund");                  // of another language
  prove("en", {{"guarantee"}}, "en/refund");                 // about something else
  prove("en", {{"warranty"}}, "en/refund", GapState::open);  // it has returned
  prove("en", {{"warranty"}});                               // nothing to tell of
  EXPECT_THAT(mails(), SizeIs(asked));
  EXPECT_THAT(confirmed(), SizeIs(2));
}

TEST_F(Teller, ForgetsAfterAYear) {
  watch({{"q", "warranty"}});
  center.site.clock.advance(std::chrono::days{366});
  run();
  EXPECT_THAT(confirmed(), IsEmpty());
  EXPECT_THAT(mails(), IsEmpty());
}

}  // namespace
}  // namespace kb
