#include "server/delivery/webhook_signature.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;

constexpr const char* kSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

// The vector of Standard Webhooks' own libraries.
TEST(WebhookSignature, IsThatOfTheStandard) {
  const auto secret = WebhookSecret::parse(kSecret);
  ASSERT_TRUE(secret) << to_line(secret.error());
  EXPECT_EQ(secret->sign("msg_p5jXN8AQM9LWM0D4loKWxJek", Time(std::chrono::seconds{1614265330}),
                         R"({"test": 2432232314})"),
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
}

TEST(WebhookSignature, DependsOnEachPart) {
  const auto secret = WebhookSecret::parse(kSecret);
  ASSERT_TRUE(secret);
  const Time at(std::chrono::seconds{1'700'000'000});
  const auto signature = secret->sign("a", at, "{}");
  EXPECT_EQ(signature, secret->sign("a", at, "{}"));
  EXPECT_NE(signature, secret->sign("b", at, "{}"));
  EXPECT_NE(signature, secret->sign("a", at + std::chrono::seconds{1}, "{}"));
  EXPECT_NE(signature, secret->sign("a", at, "{ }"));
}

class BadSecret : public testing::TestWithParam<const char*> {};
TEST_P(BadSecret, IsAnErrorThatSaysHowToMakeOne) {
  const auto secret = WebhookSecret::parse(GetParam());
  ASSERT_FALSE(secret);
  EXPECT_THAT(to_line(secret.error()), HasSubstr("contact.webhook_secret"));
  EXPECT_THAT(secret.error().hint, HasSubstr("openssl rand -base64 32"));
}
INSTANTIATE_TEST_SUITE_P(All, BadSecret,
                         testing::Values("", "whsec_", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                         "whsec_c2hvcnQ=",  // five bytes
                                         "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2La!!!"));

}  // namespace
}  // namespace kb
