#include "core/redact/credential_form.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(CredentialForm, TellsKeysFromNames) {
  EXPECT_TRUE(looks_random("9f8e7d6c5b4a39281706"));
  EXPECT_TRUE(looks_random("wJalrXUtnFEMI7K7MDENG"));
  EXPECT_FALSE(looks_random("refund-policy-2026"));
  EXPECT_FALSE(looks_random("internationalisation"));
  EXPECT_FALSE(looks_random("9f8e7d"));
}

TEST(CredentialForm, TellsPasswordsFromCodes) {
  for (const auto* text : {"Tr0ub4dor&3", "hunter2", "Blue-Kettle_77", "qwerty123", "Pa$$word"})
    EXPECT_TRUE(looks_chosen(text)) << text;
  for (const auto* text : {"E-1042", "0x80070057", "FW-204817", "2.4.1", "v2.1", "KB5034441",
                           "sunshine", "1234", "", "well-known", "2026-03-14", "24GB"})
    EXPECT_FALSE(looks_chosen(text)) << text;
}

}  // namespace
}  // namespace kb::redact
