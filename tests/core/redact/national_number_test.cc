#include "core/redact/national_number.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class NationalNumbers : public testing::TestWithParam<Case> {};

TEST_P(NationalNumbers, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, NationalNumbers,
    testing::Values(Case{"pl", "44051401359", "pesel:44051401359"}, Case{"pl", "44051401358", ""},
                    Case{"en", "44051401359", "pesel:44051401359"},
                    Case{"pl", "zamówienie 44051401359", ""},
                    Case{"de", "Steuer-ID 86095742719", "tax id:86095742719"},
                    Case{"ru", "ИНН 7707083893", "inn:7707083893"}, Case{"ru", "7707083893", ""},
                    Case{"ru", "112-233-445 95", "snils:112-233-445 95"},
                    Case{"es", "12345678Z", "dni:12345678Z"}, Case{"es", "12345678A", ""},
                    Case{"es", "X1234567L", "nie:X1234567L"},
                    Case{"it", "RSS MRA 80A01 H501U", "codice fiscale:RSS MRA 80A01 H501U"},
                    Case{"en", "219-09-9999", "ssn:219-09-9999"},
                    Case{"en", "order 219-09-9999", ""}, Case{"en", "666-09-9999", ""},
                    Case{"en", "219 09 9999", ""},
                    Case{"de", "Reisepass C01X00T47", "passport:C01X00T47"},
                    Case{"de", "C01X00T47", ""}, Case{"ru", "паспорт выдан в 2019 году", ""}));

}  // namespace
}  // namespace kb::redact
