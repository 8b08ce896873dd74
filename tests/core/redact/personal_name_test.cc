#include "core/redact/personal_name.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class PersonalNames : public testing::TestWithParam<Case> {};

TEST_P(PersonalNames, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, PersonalNames,
    testing::Values(Case{"en", "Hi Anna, hello", "name:Anna"}, Case{"en", "Hi there,", ""},
                    Case{"en", "Hi Fernway team,", ""}, Case{"en", "Hello Hub 2", ""},
                    Case{"en", "Dear Mr. Smith,", "name:Smith"}, Case{"en", "I miss Fernway", ""},
                    Case{"it", "Gentile Dott.ssa Rossi,", "name:Rossi"},
                    Case{"en", "my name is anna brook and", "name:anna brook"},
                    Case{"pl", "u Pani. Hub stoi", ""}, Case{"en", "my name is not shown", ""},
                    Case{"en", "Name: Fernway Lamp 3", ""},
                    Case{"en", "Name: Tom Hale", "name:Tom Hale"},
                    Case{"en", "Tom Hale <tom@mail.example>",
                         "name:Tom Hale | e-mail:tom@mail.example"},
                    Case{"en", "On 3 March Tom Hale wrote:", "name:Tom Hale"},
                    Case{"de", "Frau von Stein kommt", "name:von Stein"}));

}  // namespace
}  // namespace kb::redact
