#include "server/delivery/webhook.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <thread>

#include "tests/core/base/temporary_folder.h"
#include "tests/server/delivery/helper_process.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using namespace std::chrono_literals;
using enum Attempt::Outcome;

constexpr const char* kWebhookSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

class WebhookTest : public testing::Test {
 protected:
  Webhook to(const std::string& path) const {
    return {.url = "http://127.0.0.1:" + std::to_string(receiver_.port()) + path,
            .id = "ticket/1042/created",
            .body = R"({"type": "ticket.created", "data": {"subject": "Zwrot kosztów"}})",
            .private_allowed = true};
  }
  static Attempt post(const Webhook& webhook) {
    return post_webhook(webhook, *WebhookSecret::parse(kWebhookSecret),
                        std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()));
  }
  std::vector<nlohmann::json> received() const { return read_lines(log_); }
  std::filesystem::path log() const { return log_; }

 private:
  const TemporaryFolder folder_;
  const std::filesystem::path log_ = folder_.path() / "log";
  const HelperProcess receiver_{"webhook_receiver.py", {log_}};
};

TEST_F(WebhookTest, ArrivesAsItIs) {
  const auto sent = to("/hook");
  EXPECT_EQ(post(sent), Attempt{});
  ASSERT_EQ(received().size(), 1U);
  const auto got = received().front();
  EXPECT_EQ(got.at("body"), sent.body);
  EXPECT_EQ(got.at("headers").at("content-type"), "application/json");
  EXPECT_EQ(got.at("headers").at("webhook-id"), "ticket/1042/created");
}

// What Standard Webhooks publishes for receivers takes it, and takes nothing that was changed.
TEST_F(WebhookTest, IsVerifiedByTheStandardsOwnPackage) {
  const std::string packages = std::string(KB_SOURCE_FOLDER) + "/tests/browser/node_modules";
  ASSERT_TRUE(std::filesystem::exists(packages + "/standardwebhooks"))
      << "run scripts/setup, which installs it";
  ASSERT_EQ(post(to("/hook")), Attempt{});
  const auto verify = [&](const char* secret) {
    const auto command = std::string("node ") + KB_SOURCE_FOLDER +
                         "/tests/server/delivery/verify_webhook.mjs " + packages + " " + secret +
                         " < " + log().string() + " > /dev/null 2>&1";
    return std::system(command.c_str());
  };
  EXPECT_EQ(verify(kWebhookSecret), 0);
  EXPECT_NE(verify("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), 0);
}

TEST_F(WebhookTest, IsDeliveredByAnySuccess) {
  for (const char* path : {"/status/200", "/status/201", "/status/204"})
    EXPECT_EQ(post(to(path)), Attempt{}) << path;
}

TEST_F(WebhookTest, IsTriedAgainAfterWhatMayPass) {
  for (const char* path : {"/status/400", "/status/404", "/status/500", "/status/503"})
    EXPECT_EQ(post(to(path)).outcome, failed) << path;
  EXPECT_EQ(post(to("/status/503")).problem, "the webhook's receiver answered with HTTP 503");
}

TEST_F(WebhookTest, HearsHowLongToWait) {
  const auto made = post(to("/wait/120"));
  EXPECT_EQ(made.outcome, failed);
  EXPECT_EQ(made.retry_after, 120s);
}

TEST_F(WebhookTest, IsNotTriedAgainWhereItIsNotWantedAnyMore) {
  EXPECT_EQ(post(to("/status/410")).outcome, refused);
}

TEST_F(WebhookTest, FollowsNoRedirect) {
  const auto made = post(to("/moved"));
  EXPECT_EQ(made.outcome, failed);
  EXPECT_THAT(made.problem, HasSubstr("redirects are not followed"));
  EXPECT_EQ(received().size(), 1U);
}

TEST_F(WebhookTest, DoesNotWaitForAReceiverThatHangs) {
  auto webhook = to("/hang");
  webhook.limits.total = 200ms;
  const auto begun = std::chrono::steady_clock::now();
  const auto made = post(webhook);
  EXPECT_EQ(made.outcome, failed);
  EXPECT_THAT(made.problem, HasSubstr("did not arrive"));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, 5s);
}

TEST_F(WebhookTest, IsBrokenOffWhenTheServerEnds) {
  std::atomic<bool> ending = false;
  auto webhook = to("/hang");
  webhook.limits.ending = &ending;
  std::thread ends([&] { ending = true; });
  EXPECT_EQ(post(webhook).outcome, failed);
  ends.join();
}

TEST_F(WebhookTest, ReadsNoneOfAnAnswerWithoutEnd) {
  EXPECT_EQ(post(to("/large")), Attempt{});
}

TEST_F(WebhookTest, FailsWhereTheConnectionIsClosed) {
  EXPECT_EQ(post(to("/close")).outcome, failed);
}

TEST_F(WebhookTest, GoesIntoNoPrivateNetwork) {
  for (const char* host : {"127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]",
                           "2130706433", "0x7f000001", "127.1"}) {
    auto webhook = to("/hook");
    webhook.url.replace(webhook.url.find("127.0.0.1"), 9, host);
    webhook.private_allowed = false;
    const auto made = post(webhook);
    EXPECT_EQ(made.outcome, failed) << host;
    EXPECT_THAT(made.problem, HasSubstr("contact.private_webhooks")) << host;
  }
  EXPECT_THAT(received(), IsEmpty());
}

TEST_F(WebhookTest, SpeaksNothingButHttp) {
  for (const char* url : {"file:///etc/hostname", "gopher://127.0.0.1/", "ftp://127.0.0.1/"}) {
    auto webhook = to("");
    webhook.url = url;
    EXPECT_EQ(post(webhook).outcome, failed) << url;
  }
}

}  // namespace
}  // namespace kb
