#include "core/base/config_settings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace kb;
using testing::ElementsAre;

TEST(ConfigSettings, AreFoundBySectionAndKey) {
  Config config;
  const Setting* keep = find_setting("index", "keep");
  ASSERT_NE(keep, nullptr);
  EXPECT_EQ(keep->apply(config, {"5"}), "");
  EXPECT_EQ(config.index.keep, 5);
  EXPECT_EQ(find_setting("index", "kept"), nullptr);
  EXPECT_THAT(keys_of_section("index"), ElementsAre("path", "keep"));
  EXPECT_TRUE(keys_of_section("indices").empty());
}

TEST(ConfigSettings, SayWhatIsWrongWithAValue) {
  struct Case {
    std::string_view section, key;
    std::string value, problem;
  };
  for (const Case& each :
       {Case{"login", "session_hours", "0", "expected a whole number from 1 to 2160"},
        Case{"login", "session_hours", "12", ""},
        Case{"login", "proxy_user_header", "X-Remote-User", ""},
        Case{"login", "proxy_user_header", "X Remote",
             "expected a header's name such as X-Remote-User"},
        Case{"tickets", "four_eyes", "yes", "expected true or false"},
        Case{"tickets", "four_eyes", "true", ""}, Case{"contact", "holdout", "0.05", ""},
        Case{"contact", "holdout", "1,5", "expected a share from 0 to 1, such as 0.05"},
        Case{"contact", "holdout", "nan", "expected a share from 0 to 1, such as 0.05"},
        Case{"contact", "answer_time", "4h", ""},
        Case{"contact", "answer_time", "soon", "expected a time such as 30m, 4h or 2d"},
        Case{"contact", "webhook", "ftp://desk.example",
             "expected an address such as https://desk.example.com/hook"},
        Case{"contact", "webhook_secret", "secret", "expected whsec_ and the secret in base64"},
        Case{"contact", "mail_to", "help@example.com", ""},
        // It would have begun a header of its own in each mail.
        Case{"mail", "from", "help@example.com\r\nBcc: all@example.com",
             "expected an address such as help@example.com"},
        Case{"mail", "smtp", "mail.example.com:25", "expected smtps://HOST:465 or smtp://HOST:587"},
        Case{"insights", "keep_days", "7", "expected a whole number from 8 to 3650"},
        Case{"insights", "cost_per_ticket", "12.5", ""},
        Case{"insights", "cost_per_ticket", "-1", "expected a number, 0 or more"},
        Case{"gaps", "days", "6", "expected a whole number from 7 to 90"},
        Case{"gaps", "least_customers", "0", "expected a whole number from 1 to 1000"},
        Case{"gaps", "drafts", "content/drafts", ""}, Case{"gaps", "draft_branch", "gap/{id}", ""},
        Case{"gaps", "draft_branch", "", ""},
        // Each draft would have been written over the one before.
        Case{"gaps", "draft_branch", "drafts", "expected a branch such as gap/{id}"},
        Case{"gaps", "draft_branch", "--force{id}", "expected a branch such as gap/{id}"},
        Case{"gaps", "digest_to", "nobody", "expected an address such as help@example.com"},
        Case{"gaps", "digest_webhook", "https://chat.example/hook", ""},
        Case{"gaps", "digest_day", "Fr", ""},
        Case{"gaps", "digest_day", "friday",
             "expected a day of the week: Mo, Tu, We, Th, Fr, Sa or Su"},
        Case{"widget", "origins", "https://app.example", ""},
        Case{"widget", "origins", "*", "expected origins such as https://app.example.com"},
        Case{"widget", "origins", "https://app.example/",
             "expected origins such as https://app.example.com"},
        Case{"tickets", "sample", "-1", "expected a whole number from 0 to 1000"},
        Case{"tickets", "article_urls", "help.example",
             "expected addresses such as https://help.example.com, not 'help.example'"},
        Case{"server", "frame_ancestors", "https://desk.example", ""},
        // It would have begun a directive of its own in the header.
        Case{"server", "frame_ancestors", "https://desk.example; script-src *",
             "expected sites such as https://desk.example.com, not "
             "'https://desk.example; script-src *'"}}) {
    Config config;
    const Setting* setting = find_setting(each.section, each.key);
    ASSERT_NE(setting, nullptr) << each.key;
    EXPECT_EQ(setting->apply(config, {each.value}), each.problem) << each.key << " " << each.value;
  }
}

TEST(ConfigSettings, ALinkIsAnAddressOrAPath) {
  for (const char* link : {"https://a.example", "http://a.example", "mailto:a@b.example", "/en/"})
    EXPECT_TRUE(is_link(link)) << link;
  for (const char* other : {"//a.example", "javascript:alert(1)", "a.example", ""})
    EXPECT_FALSE(is_link(other)) << other;
}

}  // namespace
