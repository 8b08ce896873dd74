#include "server/delivery/mail_limit.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

using Verdict = MailLimit::Verdict;

const Time kNow(std::chrono::hours{480'000});

TEST(MailLimit, IsAFewAnHourToOneAddress) {
  MailLimit limit;
  for (int i = 0; i < MailLimit::kMostToOne; ++i)
    EXPECT_EQ(limit.ask("ana", "203.0.113." + std::to_string(i), kNow), Verdict::send);
  EXPECT_EQ(limit.ask("ana", "203.0.113.9", kNow), Verdict::enough);
  EXPECT_EQ(limit.ask("bo", "203.0.113.9", kNow), Verdict::send);
  EXPECT_EQ(limit.ask("ana", "203.0.113.9", kNow + std::chrono::hours{1}), Verdict::send);
}

TEST(MailLimit, IsSomeMoreFromOneNetwork) {
  MailLimit limit;
  for (int i = 0; i < MailLimit::kMostFromOne; ++i)
    EXPECT_EQ(limit.ask(std::to_string(i), "2001:db8::" + std::to_string(i), kNow), Verdict::send);
  EXPECT_EQ(limit.ask("ana", "2001:db8::ffff", kNow), Verdict::too_many);
  EXPECT_EQ(limit.ask("ana", "2001:db8:0:1::1", kNow), Verdict::send);
}

TEST(MailLimit, RefusesOnceItRemembersTooMuch) {
  MailLimit limit;
  for (std::size_t i = 0; i < MailLimit::kMostRemembered; ++i)
    limit.ask(std::to_string(i), "2001:db8:" + std::to_string(i / 10) + "::1", kNow);
  EXPECT_EQ(limit.ask("new", "203.0.113.7", kNow), Verdict::too_many);
}

}  // namespace
}  // namespace kb
