#include "core/redact/phone_number.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class PhoneNumbers : public testing::TestWithParam<Case> {};

TEST_P(PhoneNumbers, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, PhoneNumbers,
    testing::Values(Case{"en", "+48 601 234 567", "phone:+48 601 234 567"},
                    Case{"en", "+44 (0)20 7946 0958", "phone:+44 (0)20 7946 0958"},
                    Case{"en", "0048601234567", "phone:0048601234567"},
                    Case{"en", "+48 601 234 567 2026-03-14", "phone:+48 601 234 567"},
                    Case{"pl", "601 234 567", "phone:601 234 567"}, Case{"en", "601 234 567", ""},
                    Case{"pl", "601 234 567 zł", ""}, Case{"pl", "zamówienie 601234567", ""},
                    Case{"en", "call 555 0134", "phone:555 0134"}, Case{"en", "call at 12:30", ""},
                    Case{"en", "call on 2026-03-14", ""},
                    Case{"en", "call me in 10000 seconds", ""}, Case{"en", "FW-204817", ""},
                    Case{"en", "2+3", ""}, Case{"en", "call 111111", ""}));

}  // namespace
}  // namespace kb::redact
