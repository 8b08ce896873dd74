#include "core/redact/web_address.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class WebSecrets : public testing::TestWithParam<Case> {};

TEST_P(WebSecrets, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, WebSecrets,
    testing::Values(
        Case{"en", "https://a.example/?token=abc123&x=1", "url:abc123"},
        Case{"en", "https://a.example/?X-Amz-Signature=fe5f80f77d5fa3beca038a248ff027",
             "url:fe5f80f77d5fa3beca038a248ff027"},
        Case{"en", "https://jo:s3cret@a.example/", "url:jo:s3cret"},
        Case{"en", "https://a.example/reset/9f8e7d6c5b4a39281706f5e4",
             "url:9f8e7d6c5b4a39281706f5e4"},
        Case{"en", "https://a.example/en/a/refund-policy-for-2026-orders?author=x1&keyword=y2", ""},
        Case{"en", "https://a.example/?code=E-1042", ""},
        Case{"en", "https://a.example/;jsessionid=A1B2C3", "url:A1B2C3"}));

}  // namespace
}  // namespace kb::redact
