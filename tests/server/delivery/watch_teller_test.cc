#include "server/delivery/watch_teller.h"

#include <gmock/gmock.h>

#include "tests/server/delivery/watch_fixture.h"

namespace kb {
namespace {

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

TEST_F(Teller, ForgetsAfterAYear) {
  watch({{"q", "warranty"}});
  center.site.clock.advance(std::chrono::days{366});
  run();
  EXPECT_THAT(confirmed(), IsEmpty());
  EXPECT_THAT(mails(), IsEmpty());
}

}  // namespace
}  // namespace kb
