#include "core/redact/password.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class Passwords : public testing::TestWithParam<Case> {};

TEST_P(Passwords, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Passwords,
    testing::Values(
        Case{"en", "I forgot my password is there a way", ""},
        Case{"en", "my password is hunter", "password:hunter"},
        Case{"en", "my password is wrong", ""}, Case{"en", "the password is hunter", ""},
        Case{"en", "password:\nhunter2", "password:hunter2"}, Case{"en", "password: ****", ""},
        Case{"en", "{\"password\": \"x y z\"}", "password:x y z"},
        Case{"en", "the \"password\" field and \"OK\"", ""}, Case{"en", "password E-1042", ""},
        Case{"en", "the password for my account is Blue77", "password:Blue77"},
        Case{"en", "Blue-77! is my password", "password:Blue-77!"},
        Case{"en", "my password is I think Orchid2019 or orchid19",
             "password:Orchid2019 | password:orchid19"},
        Case{"it", "la password 1234 entro oggi", "password:1234"},
        Case{"en", "PIN 4821", "password:4821"}, Case{"en", "PIN 3 times", ""},
        Case{"en", "password: «password 2»", ""},
        Case{"de", "Passwort lautet Hund1", "password:Hund1"}));

}  // namespace
}  // namespace kb::redact
