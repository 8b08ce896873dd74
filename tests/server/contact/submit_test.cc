#include "server/contact/submit.h"

#include "core/store/deliveries.h"
#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Submit : public ContactFixture {
 protected:
  Submit() {
    center.site.config.contact.webhook = "https://desk.example/hook";
    center.site.config.contact.webhook_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    center.start();
    center.refresh();
  }

  std::vector<store::Delivery> deliveries() {
    const auto later = center.site.clock.now() + std::chrono::hours{1};
    return store()
        .read([&](store::Sql& sql) { return store::due_deliveries(sql, later, 100); })
        .value();
  }
};

TEST_F(Submit, GoesOutWithTheTicketAndOnce) {
  EXPECT_EQ(send({{"do", "send"}}).status, 303);
  EXPECT_EQ(send({{"do", "send"}}).status, 303);
  ASSERT_EQ(deliveries().size(), 1U);
  EXPECT_THAT(deliveries()[0].payload,
              AllOf(HasSubstr("Refund takes long"), HasSubstr("\"number\":1001")));
}

// Whoever forges Host would have us mail their link to a customer.
TEST_F(Submit, MailsLinksOfTheConfiguredSiteOnly) {
  center.site.config.site.base_url = "https://help.example";
  center.site.config.contact.webhook.clear();
  center.site.config.mail.smtp = "smtp://mail.example:587";
  center.site.config.mail.from = "help@example.com";
  center.start();
  center.refresh();
  auto fields = message();
  fields.push_back({"form", center.center().contact->seal(opening)});
  fields.push_back({"do", "send"});
  auto asked = form("/en/contact", fields, {}, browser());
  asked.host = "evil.example";
  EXPECT_EQ(answer(asked).status, 303);
  ASSERT_EQ(deliveries().size(), 1U);
  EXPECT_THAT(deliveries()[0].payload,
              AllOf(HasSubstr("https://help.example/en/"), Not(HasSubstr("evil.example"))));
}

// Half of it done is none of it done: a customer who sends again makes no second ticket.
TEST_F(Submit, WithoutItsDeliveriesThereIsNoTicket) {
  ASSERT_TRUE(store().write(
      [](store::Sql& sql) { return sql.change("ALTER TABLE deliveries RENAME TO gone"); }));
  EXPECT_EQ(send({{"do", "send"}}).status, 503);
  EXPECT_TRUE(tickets().empty());
  ASSERT_TRUE(store().write(
      [](store::Sql& sql) { return sql.change("ALTER TABLE gone RENAME TO deliveries"); }));
  EXPECT_EQ(send({{"do", "send"}}).status, 303);
  EXPECT_EQ(tickets().size(), 1U);
}

}  // namespace
}  // namespace kb
