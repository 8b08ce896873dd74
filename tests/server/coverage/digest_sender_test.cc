#include "server/coverage/digest_sender.h"

#include "core/base/date.h"
#include "core/store/deliveries.h"
#include "core/store/first_times.h"
#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using store::DeliveryKind;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(DigestWeek, BeginsOnItsDayAtSevenWhereTheSiteIs) {
  const auto calendar = text::Calendar::of("Europe/Bucharest").value();
  struct Case {
    std::string now;
    int day;
    std::string week;
  };
  const Case cases[] = {
      {"2026-03-09T04:59:00Z", 1, "2026-W10"},  // Monday, a minute before seven in Bucharest
      {"2026-03-09T05:00:00Z", 1, "2026-W11"},
      {"2026-03-15T23:00:00Z", 1, "2026-W11"},  // Monday there, before seven
      {"2026-03-11T12:00:00Z", 1, "2026-W11"},
      {"2026-03-11T12:00:00Z", 5, "2026-W10"},  // last Friday's
      {"2026-03-13T12:00:00Z", 5, "2026-W11"},
      {"2026-01-01T12:00:00Z", 4, "2026-W01"},
  };
  for (const auto& [now, day, week] : cases)
    EXPECT_EQ(digest_week(calendar, day, parse_time(now).value()), week) << now << " " << day;
}

class DigestSender : public DigestFixture {
 protected:
  void configure() {
    auto& config = center.site.config;
    config.mail.smtp = "smtps://mail.fernway.example";
    config.mail.from = "help@fernway.example";
    config.gaps.digest_to = "writers@fernway.example";
    config.gaps.digest_webhook = "https://chat.fernway.example/hook";
    center.start();
  }
  // The site is older than its first digest.
  void begin(std::chrono::hours ago) {
    const auto begun = store().write([&](store::Sql& sql) {
      return store::first_time(sql, "digest", center.site.clock.now() - ago);
    });
    EXPECT_TRUE(begun) << to_line(begun.error());
  }
  bool send() {
    const auto sent = send_due_digest(center.center(), store());
    EXPECT_TRUE(sent) << to_line(sent.error());
    return sent.value_or(false);
  }
  std::vector<store::Delivery> waiting() {
    return store()
        .read([&](store::Sql& sql) {
          return store::due_deliveries(sql, center.site.clock.now(), 99);
        })
        .value();
  }
};

TEST_F(DigestSender, SendsNothingWhereNobodyWantsIt) {
  EXPECT_FALSE(send());
  EXPECT_THAT(waiting(), IsEmpty());
}

TEST_F(DigestSender, SendsOnceAWeek) {
  configure();
  begin(std::chrono::hours(24 * 7));
  EXPECT_TRUE(send());
  EXPECT_FALSE(send());
  const auto sent = waiting();
  ASSERT_THAT(sent, SizeIs(2));
  EXPECT_EQ(sent[0].key, "digest/2026-W11/mail");
  EXPECT_EQ(sent[0].target, "writers@fernway.example");
  EXPECT_THAT(sent[0].payload, HasSubstr("A quiet week"));
  EXPECT_EQ(sent[1].key, "digest/2026-W11/webhook");
  EXPECT_EQ(sent[1].kind, DeliveryKind::webhook);
  EXPECT_THAT(sent[1].payload, HasSubstr(R"({"type":"gaps.digest","timestamp":"2026-03-10T12:)"));
  center.site.clock.advance(std::chrono::hours(24 * 7));
  EXPECT_TRUE(send());
  EXPECT_THAT(waiting(), SizeIs(4));
}

// The first digest of a site that was set up on a Tuesday was of Monday, and empty.
TEST_F(DigestSender, ANewSiteWaitsForItsFirstMonday) {
  configure();
  EXPECT_FALSE(send());
  center.site.clock.advance(std::chrono::hours(24 * 5 + 18));  // Monday, six o'clock
  EXPECT_FALSE(send());
  center.site.clock.advance(std::chrono::hours(1));
  EXPECT_TRUE(send());
  EXPECT_EQ(waiting().at(0).key, "digest/2026-W12/mail");
}

// The mail had gone, the webhook was configured later: it waited for the next week.
TEST_F(DigestSender, SendsWhatWasNotSentYet) {
  configure();
  begin(std::chrono::hours(24 * 7));
  center.site.config.gaps.digest_webhook.clear();
  center.start();
  EXPECT_TRUE(send());
  configure();
  EXPECT_TRUE(send());
  EXPECT_THAT(waiting(), SizeIs(2));
}

TEST_F(DigestSender, MailsAtOnceWhenAsked) {
  configure();
  begin(std::chrono::hours(24 * 7));
  ASSERT_TRUE(mail_digest_now(center.center(), store()));
  const auto sent = waiting();
  ASSERT_THAT(sent, SizeIs(1));
  EXPECT_EQ(sent[0].key, "digest/2026-03-10T12:00:00Z/mail");
  EXPECT_TRUE(send()) << "the week's own goes all the same";
}

}  // namespace
}  // namespace kb
