#include "server/delivery/delivery_worker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <nlohmann/json.hpp>
#include <thread>

#include "server/delivery/mail_message.h"
#include "tests/core/store/store_fixture.h"
#include "tests/server/delivery/helper_process.h"
#include "tests/server/delivery/sample_ticket.h"

namespace kb {
namespace {

using store::Database;
using store::database_name;
using store::Delivery;
using store::DeliveryKind;
using store::DeliveryState;
using store::Sql;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::chrono_literals;

class Worker : public store::StoreTest {
 protected:
  Worker() {
    config_ = SampleTicket().config;
    config_.contact.private_webhooks = true;
    config_.mail.require_encryption = false;
  }

  std::unique_ptr<DeliveryWorker> worker() {
    auto made = DeliveryWorker::create(
        {.config = config_,
         .clock = clock_,
         .store = [this] { return &store(); },
         .problem = [this](const Error& error) { problems_.push_back(to_line(error)); },
         .count =
             [this](std::string_view outcome) {
               const std::scoped_lock lock(mutex_);
               outcomes_.emplace_back(outcome);
             },
         .limits = {.connect = 2s, .total = 5s}});
    EXPECT_TRUE(made) << to_line(made.error());
    return std::move(*made);
  }
  int sent(DeliveryKind kind = DeliveryKind::webhook) {
    const auto made = worker()->send_due(kind);
    EXPECT_TRUE(made) << to_line(made.error());
    return made.value_or(-1);
  }

  void add(const std::string& key, const std::string& path) {
    add({.key = key,
         .kind = DeliveryKind::webhook,
         .target = "http://127.0.0.1:" + std::to_string(receiver_.port()) + path,
         .payload = "{}"});
  }
  void add(Delivery delivery) {
    delivery.created = delivery.next = clock_.now();
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return store::add_delivery(sql, delivery); }));
  }
  std::int64_t count(DeliveryState state) {
    return store().read([&](Sql& sql) { return store::count_deliveries(sql, state); }).value();
  }
  std::size_t received() const { return read_lines(folder() / "log").size(); }

  Config config_;
  ManualClock clock_{Time(std::chrono::seconds{1'795'389'600})};
  std::vector<std::string> problems_;
  std::mutex mutex_;
  std::vector<std::string> outcomes_;
  const HelperProcess receiver_{"webhook_receiver.py", {folder() / "log"}};
};
KB_ON_BOTH_DATABASES(Worker);

TEST_P(Worker, SendsWhatIsDueOnce) {
  add("a", "/ok");
  add("b", "/ok");
  EXPECT_EQ(sent(), 2);
  EXPECT_EQ(sent(), 0);
  EXPECT_EQ(count(DeliveryState::delivered), 2);
  EXPECT_EQ(received(), 2U);
  EXPECT_THAT(outcomes_, ElementsAre("delivered", "delivered"));
  EXPECT_THAT(problems_, IsEmpty());
}

TEST_P(Worker, TriesAgainUntilItArrives) {
  add("a", "/then-ok/2");
  EXPECT_EQ(sent(), 1);
  EXPECT_EQ(sent(), 0);  // not yet
  clock_.advance(5s);
  EXPECT_EQ(sent(), 1);
  clock_.advance(5s);
  EXPECT_EQ(sent(), 0);
  clock_.advance(5min);
  EXPECT_EQ(sent(), 1);
  EXPECT_THAT(outcomes_, ElementsAre("failed", "failed", "delivered"));
  EXPECT_EQ(problems_.size(), 2U);
  EXPECT_EQ(problems_.front(),
            "delivery 1, attempt 1: the webhook's receiver answered with HTTP 503");
}

TEST_P(Worker, GivesUpWithinADayAndTriesAgainWhenTold) {
  add("a", "/status/500");
  const auto begun = clock_.now();
  int attempts = 0;
  while (count(DeliveryState::dead) == 0 && clock_.now() < begun + 48h) {
    attempts += sent();
    if (count(DeliveryState::dead) == 0) clock_.advance(60s);
  }
  EXPECT_EQ(attempts, 7);
  EXPECT_LT(clock_.now() - begun, 24h);
  EXPECT_THAT(problems_.back(), HasSubstr("kb-server deliveries list"));
  const auto dead = store().read([](Sql& sql) { return store::dead_deliveries(sql, 10); }).value();
  ASSERT_EQ(dead.size(), 1U);
  EXPECT_THAT(dead.front().problem, HasSubstr("HTTP 500"));

  KB_ASSERT_DONE(store().write(
      [&](Sql& sql) { return store::revive_delivery(sql, dead.front().id, clock_.now()); }));
  EXPECT_EQ(sent(), 1);
  EXPECT_EQ(count(DeliveryState::dead), 0);  // a day anew
}

TEST_P(Worker, GivesUpAtOnceWhereNothingMoreIsWanted) {
  add("a", "/status/410");
  EXPECT_EQ(sent(), 1);
  EXPECT_EQ(count(DeliveryState::dead), 1);
  EXPECT_THAT(outcomes_, ElementsAre("dead"));
}

TEST_P(Worker, WaitsAsLongAsTheReceiverAsks) {
  add("a", "/wait/120");
  EXPECT_EQ(sent(), 1);
  clock_.advance(119s);
  EXPECT_EQ(sent(), 0);
  clock_.advance(1s);
  EXPECT_EQ(sent(), 1);
}

// Two servers with one PostgreSQL store both sent it.
TEST_P(Worker, LeavesToOthersWhatTheyClaimed) {
  add("a", "/ok");
  const auto claimed = store().write([&](Sql& sql) {
    return store::claim_deliveries(sql, DeliveryKind::webhook, clock_.now(), clock_.now() + 5min,
                                   10);
  });
  ASSERT_TRUE(claimed);
  EXPECT_EQ(claimed->size(), 1U);
  EXPECT_EQ(sent(), 0);
  clock_.advance(5min);  // that server is gone
  EXPECT_EQ(sent(), 1);
}

TEST_P(Worker, SendsOnceThoughTwoWorkAtOnce) {
  for (int i = 0; i < 20; ++i) add("a" + std::to_string(i), "/ok");
  const auto one = worker();
  const auto other = worker();
  std::thread thread([&] { EXPECT_TRUE(other->send_due(DeliveryKind::webhook)); });
  EXPECT_TRUE(one->send_due(DeliveryKind::webhook));
  thread.join();
  EXPECT_EQ(received(), 20U);
}

TEST_P(Worker, SendsMails) {
  const HelperProcess smtp("smtp_server.py", {folder() / "mails"});
  config_.mail.smtp = "smtp://127.0.0.1:" + std::to_string(smtp.port());
  SampleTicket sample;
  sample.config = config_;
  KB_ASSERT_DONE(
      store().write([&](Sql& sql) { return add_ticket_deliveries(sql, sample.request()); }));
  EXPECT_EQ(sent(DeliveryKind::mail), 2);
  const auto mails = read_lines(folder() / "mails");
  ASSERT_EQ(mails.size(), 2U);
  EXPECT_EQ(mails[0].at("to").at(0), "team@fernway.example");
  EXPECT_EQ(mails[0].at("headers").at("reply-to"), "ana@mail.example");
  EXPECT_EQ(mails[1].at("to").at(0), "ana@mail.example");
  EXPECT_EQ(mails[1].at("defects"), nlohmann::json::array());
}

TEST_P(Worker, GivesUpAMailboxThatIsNone) {
  const HelperProcess smtp("smtp_server.py", {folder() / "mails"});
  config_.mail.smtp = "smtp://127.0.0.1:" + std::to_string(smtp.port());
  add({.key = "m", .kind = DeliveryKind::mail, .target = "nobody@mail.example", .payload = "x"});
  EXPECT_EQ(sent(DeliveryKind::mail), 1);
  EXPECT_EQ(count(DeliveryState::dead), 1);
  // Logs say which delivery, not whose.
  ASSERT_EQ(problems_.size(), 1U);
  EXPECT_THAT(problems_.front(), testing::Not(HasSubstr("nobody@")));
}

TEST_P(Worker, SendsAtOnceWhenWoken) {
  const auto running = worker();
  running->start();
  add("a", "/ok");
  running->wake();
  for (int i = 0; i < 1000 && count(DeliveryState::delivered) == 0; ++i)
    std::this_thread::sleep_for(10ms);  // another thread's work: there is no clock to advance
  EXPECT_EQ(count(DeliveryState::delivered), 1);
}

TEST_P(Worker, EndsThoughAReceiverHangs) {
  add("a", "/hang");
  const auto begun = std::chrono::steady_clock::now();
  {
    const auto running = worker();
    running->start();
    while (received() == 0 && std::chrono::steady_clock::now() - begun < 4s)
      std::this_thread::sleep_for(10ms);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 8s);
  EXPECT_EQ(count(DeliveryState::waiting), 1);  // and is sent again
}

struct BadConfig {
  const char* key;
  void (*spoil)(Config& config);
};
class BadDelivery : public testing::TestWithParam<BadConfig> {};
TEST_P(BadDelivery, IsToldBeforeAnythingIsServed) {
  auto config = SampleTicket().config;
  GetParam().spoil(config);
  const SystemClock clock;
  const auto made =
      DeliveryWorker::create({.config = config,
                              .clock = clock,
                              .store = [] { return static_cast<store::Store*>(nullptr); },
                              .problem = [](const Error&) {}});
  ASSERT_FALSE(made);
  EXPECT_EQ(made.error().where, GetParam().key);
  EXPECT_NE(made.error().hint, "");
}
INSTANTIATE_TEST_SUITE_P(
    All, BadDelivery,
    testing::Values(
        BadConfig{"contact.webhook_secret", [](Config& c) { c.contact.webhook_secret.clear(); }},
        BadConfig{"contact.webhook_secret",
                  [](Config& c) {
                    c.contact.webhook.clear();
                    c.contact.webhook_secret.clear();
                    c.gaps.digest_webhook = "https://chat.fernway.example/hook";
                  }},
        BadConfig{"mail.smtp", [](Config& c) { c.mail.smtp = "mail.example:25"; }},
        BadConfig{"mail.from", [](Config& c) { c.mail.from = "Fernway Help"; }},
        BadConfig{"contact.mail_to", [](Config& c) { c.contact.mail_to = "a@b, c@d"; }}));

}  // namespace
}  // namespace kb
