#include "core/redact/token.h"

#include <gtest/gtest.h>

#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

struct Case {
  std::string_view lang, text, found;
};
class Tokens : public testing::TestWithParam<Case> {};

TEST_P(Tokens, AreFound) {
  EXPECT_EQ(found_in(GetParam().text, GetParam().lang), GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, Tokens,
    testing::Values(Case{"en", "ghp_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9v",
                         "token:ghp_aB3dE5fG7hJ9kL1mN3pQ5rS7tU9v"},
                    Case{"en", "Bearer of bad news", ""}, Case{"en", "token: 5 minutes", ""},
                    Case{"en", "{\"api_key\": \"k9Xw27LmQp48\"}", "token:k9Xw27LmQp48"},
                    Case{"en", "secret=abcd1;x", "token:abcd1"},
                    Case{"en", "commit 05e2f9a1b3c4d5e6f708192a3b4c5d6e7f809102", ""},
                    Case{"en", "id 550e8400-e29b-41d4-a716-446655440000", ""},
                    Case{"en", "key 550e8400-e29b-41d4-a716-446655440000",
                         "token:550e8400-e29b-41d4-a716-446655440000"},
                    Case{"en", "-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\nx",
                         "token:-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----"},
                    Case{"en", "-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc\nand then",
                         "token:-----BEGIN RSA PRIVATE KEY-----\nMIIE\nabc"},
                    Case{"en", "-----BEGIN CERTIFICATE-----\nMIIE", ""}));

}  // namespace
}  // namespace kb::redact
