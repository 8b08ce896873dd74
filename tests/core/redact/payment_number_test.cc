#include "core/redact/payment_number.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class PaymentNumbers : public testing::TestWithParam<Case> {};

TEST_P(PaymentNumbers, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, PaymentNumbers,
    testing::Values(Case{"en", "4111-1111-1111-1111", "card:4111-1111-1111-1111"},
                    Case{"en", "4111111111111112", ""}, Case{"en", "A4111111111111111", ""},
                    Case{"en", "9111111111111111", ""}, Case{"en", "tracking 4111111111111111", ""},
                    Case{"en", "> 4111 1111\n> 1111 1111", "card:4111 1111\n> 1111 1111"},
                    Case{"en", "378282246310005", "card:378282246310005"},
                    Case{"en", "GB29 NWBK 6016 1331 9268 19", "iban:GB29 NWBK 6016 1331 9268 19"},
                    Case{"en", "gb29nwbk60161331926819", "iban:gb29nwbk60161331926819"},
                    Case{"en", "GB30 NWBK 6016 1331 9268 19", ""},
                    Case{"en", "IBAN GB30 NWBK 6016 1331 9268 19",
                         "iban:GB30 NWBK 6016 1331 9268 19"},
                    Case{"pl", "61109010140000071219812874", "iban:61109010140000071219812874"}));

}  // namespace
}  // namespace kb::redact
