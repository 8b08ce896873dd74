#include "core/redact/phone_plan.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

Form form(std::string_view text, std::string_view lang) {
  return national_form(longest_run(Scan(text, lang), 0, 15), text.starts_with('('), lang);
}

TEST(PhonePlans, KnowTheFormsOfTheirCountries) {
  EXPECT_EQ(form("(212) 555-0143", "de"), Form::telling);
  EXPECT_EQ(form("0722 123 456", "ro"), Form::telling);
  EXPECT_EQ(form("0722 123 456", "en"), Form::possible);
  EXPECT_EQ(form("06 12 34 56 78", "en"), Form::telling);
  EXPECT_EQ(form("100 200 300", "pl"), Form::possible);
  EXPECT_EQ(form("12345", "pl"), Form::none);
}

TEST(PhonePlans, KnowCallingCodes) {
  EXPECT_EQ(calling_code("48601234567").digits, 2U);
  EXPECT_EQ(calling_code("48601234567").most, 9U);
  EXPECT_EQ(calling_code("0601234567").digits, 0U);
}

}  // namespace
}  // namespace kb::redact
