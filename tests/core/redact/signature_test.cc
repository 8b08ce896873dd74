#include "core/redact/signature.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class Signatures : public testing::TestWithParam<Case> {};

TEST_P(Signatures, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(Texts, Signatures,
                         testing::Values(Case{"en", "Best regards,\nJohn Smith", "name:John Smith"},
                                         Case{"en", "Thanks, Anna", "name:Anna"},
                                         Case{"en", "Thanks\nSent from my phone", ""},
                                         Case{"en", "Regards,\nFernway Support Team", ""},
                                         Case{"de", "MfG\nKrüger GmbH", ""},
                                         Case{"en", "x\n-- \nTom Hale", "name:Tom Hale"},
                                         Case{"en", "Thanks for all\nthe help", ""},
                                         Case{"en", "Best regards\n\n\nTom Hale, Head of Sales",
                                              "name:Tom Hale"}));

}  // namespace
}  // namespace kb::redact
