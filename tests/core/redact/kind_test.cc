#include "core/redact/kind.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(Kinds, HaveNamesOfTheirOwn) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    EXPECT_EQ(kind_of_name(kind_name(kind)), kind);
  }
  EXPECT_EQ(kind_of_name("shoe size"), std::nullopt);
}

TEST(Placeholders, AreInTheReadersLanguageElseInEnglish) {
  EXPECT_EQ(placeholder_label(Kind::password, "pl"), "hasło");
  EXPECT_EQ(placeholder_label(Kind::password, "pt-BR"), "password");
  EXPECT_EQ(placeholder_label(Kind::pesel, "en"), placeholder_label(Kind::cnp, "en"));
  for (const auto* lang : {"en", "ro", "pl", "it", "ru", "de", "fr", "es", "ar", "ja"})
    for (std::size_t i = 0; i < kKinds; ++i)
      EXPECT_FALSE(placeholder_label(static_cast<Kind>(i), lang).empty()) << lang;
}

TEST(Placeholders, AreKnownAgainInAnyLanguage) {
  EXPECT_EQ(placeholder_size("«e-mail» x"), std::string_view("«e-mail»").size());
  EXPECT_EQ(placeholder_size("«имя 12»"), std::string_view("«имя 12»").size());
  EXPECT_EQ(placeholder_size("«Ромашка»"), 0U);
  EXPECT_EQ(placeholder_size("«name x»"), 0U);
  EXPECT_EQ(placeholder_size("«name"), 0U);
  EXPECT_EQ(placeholder_size(""), 0U);
}

}  // namespace
}  // namespace kb::redact
