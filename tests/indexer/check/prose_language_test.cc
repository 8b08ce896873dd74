#include "indexer/check/prose_language.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

constexpr const char* kEnglish =
    "Send the product back within thirty days, and the money is with you within five working days. "
    "This holds for everything from our shop, but not for vouchers. Write to us if anything is "
    "unclear: we answer within a day, and nobody has to explain why they want to return something.";
constexpr const char* kCroatian =
    "Vratite proizvod u roku od trideset dana i novac će biti kod vas u roku od pet radnih dana. "
    "To "
    "vrijedi za sve proizvode iz naše trgovine, ali ne i za poklon bonove. Pišite nam ako vam "
    "nešto "
    "nije jasno: odgovaramo u roku od jednog dana, i nitko ne mora objašnjavati zašto nešto vraća.";

TEST(ProseLanguage, IsToldWhereItIsAnother) {
  EXPECT_EQ(other_language(kEnglish, "ro"), "en");
  EXPECT_EQ(other_language(kEnglish, "pt-BR"), "en");
  EXPECT_EQ(other_language(kEnglish, "en"), std::nullopt);
  EXPECT_EQ(other_language(kEnglish, "en-GB"), std::nullopt);
}

TEST(ProseLanguage, IsNotToldBetweenRelatives) {
  EXPECT_EQ(other_language(kCroatian, "sr"), std::nullopt);
  EXPECT_EQ(other_language(kCroatian, "bs"), std::nullopt);
  EXPECT_NE(other_language(kCroatian, "pl"), std::nullopt);
}

TEST(ProseLanguage, NeedsTwoHundredLetters) {
  EXPECT_EQ(other_language(std::string_view(kEnglish).substr(0, 200), "ro"), std::nullopt);
  EXPECT_EQ(other_language("", "ro"), std::nullopt);
  EXPECT_EQ(other_language(std::string(1000, '1'), "ro"), std::nullopt);
}

// Short pages with a long address were taken for English.
TEST(ProseLanguage, DoesNotReadAddresses) {
  std::string addresses;
  for (int i = 0; i < 20; ++i)
    addresses += "https://example.com/the/documentation/of/this/product/and/what/it/does ";
  EXPECT_EQ(other_language("Servicio de audio del sistema. " + addresses, "es"), std::nullopt);
}

}  // namespace
}  // namespace kb
