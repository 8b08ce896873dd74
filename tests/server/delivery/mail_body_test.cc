#include "server/delivery/mail_body.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

MailBody sample() {
  MailBody body{.lang = "en"};
  body.say("Tom & Ana <3").quote("first\nsecond");
  body.list({{"Get a refund", "https://help.example/en/a/refund"}, {"mere text", ""}});
  body.link("See it", "https://help.example/?a=1&b=2");
  return body;
}

TEST(MailBody, IsPlainText) {
  EXPECT_EQ(as_text(sample()),
            "Tom & Ana <3\n\n"
            "> first\n> second\n\n"
            "- Get a refund\n  https://help.example/en/a/refund\n- mere text\n\n"
            "See it:\nhttps://help.example/?a=1&b=2\n");
}

TEST(MailBody, IsHtmlWithEverythingEscaped) {
  const auto html = as_html(sample());
  EXPECT_THAT(html, HasSubstr(R"(<html lang="en" dir="ltr">)"));
  EXPECT_THAT(html, HasSubstr("<p>Tom &amp; Ana &lt;3</p>"));
  EXPECT_THAT(html,
              HasSubstr(R"(<li><a href="https://help.example/en/a/refund">Get a refund</a>)"));
  EXPECT_THAT(html, HasSubstr("<li>mere text</li>"));
  EXPECT_THAT(html, HasSubstr("https://help.example/?a=1&amp;b=2"));
  EXPECT_THAT(html, HasSubstr(">first\nsecond</blockquote>"));
}

TEST(MailBody, BeginsAtTheRightInArabic) {
  EXPECT_THAT(as_html({.lang = "ar"}), HasSubstr(R"(<html lang="ar" dir="rtl">)"));
}

TEST(MailBody, HasNoEmptyList) {
  MailBody body{.lang = "en"};
  body.say("a").list({});
  EXPECT_EQ(as_text(body), "a\n");
  EXPECT_THAT(as_html(body), Not(HasSubstr("<ul>")));
}

}  // namespace
}  // namespace kb
