#include "core/redact/mail_address.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class MailAddresses : public testing::TestWithParam<Case> {};

TEST_P(MailAddresses, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, MailAddresses,
    testing::Values(Case{"en", "anna@mail.example.", "e-mail:anna@mail.example"},
                    Case{"en", "a@b", ""}, Case{"en", "@fernway/core", ""},
                    Case{"en", "us @ the fair", ""},
                    Case{"en", "x?to=anna%40mail.example&b", "e-mail:anna%40mail.example"},
                    Case{"en", "dan [at] mail [dot] example", "e-mail:dan [at] mail [dot] example"},
                    Case{"en", "meet me at the dot", ""}, Case{"en", "at noon. dot", ""},
                    Case{"ru", "почта: иван@пример.example", "e-mail:иван@пример.example"},
                    Case{"en", "«anna@mail.example»", "e-mail:anna@mail.example"}));

}  // namespace
}  // namespace kb::redact
