#include "core/redact/check_digits.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(CheckDigits, KnowTheirNumbers) {
  EXPECT_TRUE(is_luhn("4111111111111111"));
  EXPECT_TRUE(is_iban("DE89370400440532013000"));
  EXPECT_TRUE(is_pesel("44051401359"));
  EXPECT_TRUE(is_codice_fiscale("RSSMRA80A01H501U"));
  EXPECT_TRUE(is_inn("7707083893"));
  EXPECT_TRUE(is_snils("11223344595"));
  EXPECT_TRUE(is_tax_id("86095742719"));
  EXPECT_TRUE(is_dni("12345678Z"));
  EXPECT_TRUE(is_nie("X1234567L"));
  EXPECT_TRUE(is_ssn("219099999"));
  EXPECT_EQ(iban_length("PL"), 28U);
  EXPECT_EQ(iban_length("ZZ"), 0U);
}

TEST(CheckDigits, RefuseAWrongDigitAndAWrongForm) {
  EXPECT_FALSE(is_luhn("4111111111111112"));
  EXPECT_FALSE(is_iban("DE89370400440532013001"));
  EXPECT_FALSE(is_pesel("44051401358"));
  EXPECT_FALSE(is_pesel("44951401359")) << "no such month";
  EXPECT_FALSE(is_cnp("1800101410011")) << "a wrong digit";
  EXPECT_FALSE(is_codice_fiscale("RSSMRA80A01H501X"));
  EXPECT_FALSE(is_inn("7707083894"));
  EXPECT_FALSE(is_snils("11223344596"));
  EXPECT_FALSE(is_tax_id("86095742718"));
  EXPECT_FALSE(is_nir("185057800608401"));
  EXPECT_FALSE(is_dni("12345678A"));
  EXPECT_FALSE(is_nie("X1234567A"));
  EXPECT_FALSE(is_ssn("666099999"));
  EXPECT_FALSE(is_ssn("219009999"));
  for (const auto check : {is_iban, is_pesel, is_cnp, is_codice_fiscale, is_inn, is_snils,
                           is_tax_id, is_nir, is_dni, is_nie, is_ssn}) {
    EXPECT_FALSE(check(""));
    EXPECT_FALSE(check("abc"));
  }
}

}  // namespace
}  // namespace kb::redact
