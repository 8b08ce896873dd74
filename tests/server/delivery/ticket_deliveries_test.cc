#include "server/delivery/ticket_deliveries.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/deliveries.h"
#include "tests/core/store/store_fixture.h"
#include "tests/server/delivery/sample_ticket.h"

namespace kb {
namespace {

using store::Database;
using store::database_name;
using store::Delivery;
using store::DeliveryKind;
using store::Sql;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class TicketDeliveries : public store::StoreTest {
 protected:
  std::vector<Delivery> added(const SampleTicket& sample) {
    const auto done =
        store().write([&](Sql& sql) { return add_ticket_deliveries(sql, sample.request()); });
    EXPECT_TRUE(done) << to_line(done.error());
    return store()
        .read([&](Sql& sql) { return store::due_deliveries(sql, sample.now, 100); })
        .value();
  }
  static std::vector<std::string> keys(const std::vector<Delivery>& deliveries) {
    std::vector<std::string> keys;
    for (const auto& delivery : deliveries) keys.push_back(delivery.key);
    return keys;
  }
};
KB_ON_BOTH_DATABASES(TicketDeliveries);

TEST_P(TicketDeliveries, AreAWebhookAndTwoMails) {
  const SampleTicket sample;
  const auto deliveries = added(sample);
  ASSERT_THAT(keys(deliveries),
              ElementsAre("ticket/1042/created", "ticket/1042/team", "ticket/1042/received"));
  EXPECT_EQ(deliveries[0].kind, DeliveryKind::webhook);
  EXPECT_EQ(deliveries[0].target, "https://desk.example/hook");
  EXPECT_EQ(deliveries[1].kind, DeliveryKind::mail);
  EXPECT_EQ(deliveries[1].target, "team@fernway.example");
  EXPECT_EQ(deliveries[2].target, "ana@mail.example");
  EXPECT_THAT(deliveries[2].payload, HasSubstr("Auto-Submitted: auto-replied"));
  for (const auto& delivery : deliveries) EXPECT_EQ(delivery.ticket, 1042);
}

TEST_P(TicketDeliveries, TellTheWebhookEverythingButThePrivateAddress) {
  const auto payload = nlohmann::json::parse(added(SampleTicket())[0].payload);
  EXPECT_EQ(payload.at("type"), "ticket.created");
  EXPECT_EQ(payload.at("timestamp"), "2026-11-22T23:20:00Z");
  const auto& data = payload.at("data");
  EXPECT_EQ(data.at("number"), 1042);
  EXPECT_EQ(data.at("subject"), "Where is my refund?");
  EXPECT_EQ(data.at("email"), "ana@mail.example");
  EXPECT_EQ(data.at("trail").at("steps").size(), 2U);
  EXPECT_THAT(payload.dump(), testing::Not(HasSubstr("/contact/x")));
}

TEST_P(TicketDeliveries, AreOncePerTicket) {
  const SampleTicket sample;
  added(sample);
  EXPECT_EQ(added(sample).size(), 3U);
}

TEST_P(TicketDeliveries, AreOnlyWhatIsConfigured) {
  SampleTicket sample;
  sample.config = {};
  EXPECT_THAT(added(sample), IsEmpty());
  sample.config.contact.mail_to = "team@fernway.example";  // but nobody sends it
  EXPECT_THAT(added(sample), IsEmpty());
  sample.config.mail.smtp = "smtp://127.0.0.1:25";
  sample.config.mail.from = "help@fernway.example";
  sample.ticket.email = "no address";
  EXPECT_THAT(keys(added(sample)), ElementsAre("ticket/1042/team"));
}

}  // namespace
}  // namespace kb
