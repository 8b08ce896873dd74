#include "server/delivery/mail_link.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(MailLink, IsOfTheSiteAsItIsConfigured) {
  Config config;
  config.site.base_url = "https://help.example";
  EXPECT_EQ(mail_link(config, "/ro/contact/x"), "https://help.example/ro/contact/x");
  config.site.base_path = "/help";
  EXPECT_EQ(mail_link(config, "/help/ro/contact/x"), "https://help.example/help/ro/contact/x");
}

TEST(MailLink, IsWhereTheServerListensOtherwise) {
  Config config;
  config.server.listen = "0.0.0.0:8080";
  EXPECT_EQ(mail_link(config, "/ro/"), "http://localhost:8080/ro/");
}

TEST(MailLink, IsOfUseWhereMailIsSent) {
  Config config;
  EXPECT_FALSE(sends_mail(config));
  config.mail.smtp = "smtp://mail.example:587";
  EXPECT_FALSE(sends_mail(config));
  config.mail.from = "help@fernway.example";
  EXPECT_TRUE(sends_mail(config));
}

}  // namespace
}  // namespace kb
