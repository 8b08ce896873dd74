#include "core/index/field.h"

#include <gtest/gtest.h>

#include "core/text/normal_form.h"

namespace kb::index {
namespace {

struct Case {
  Field field;
  std::string_view text, term;
};
class Terms : public testing::TestWithParam<Case> {};

TEST_P(Terms, HaveThePrefixOfTheirField) {
  EXPECT_EQ(term(GetParam().field, GetParam().text), GetParam().term);
}

INSTANTIATE_TEST_SUITE_P(Fields, Terms,
                         testing::Values(Case{Field::word, "refund", "refund"},
                                         Case{Field::stem, "refund", "Zrefund"},
                                         Case{Field::folded, "plati", "XFplati"},
                                         Case{Field::category, "billing", "XC:billing"},
                                         Case{Field::category, "Billing", "XC:Billing"},
                                         Case{Field::category, "", "XC:"},
                                         Case{Field::id, "billing/refund", "Q:billing/refund"}));

TEST(Terms, OfAnyLengthFitAndDiffer) {
  for (const auto& spec : kFields)
    for (const char* letter : {"a", "ț", "返", "🙂"}) {
      std::string text;
      while (text.size() < 1000) text += letter;
      const auto name = term(spec.field, text);
      EXPECT_LE(name.size(), kLongestTerm);
      EXPECT_TRUE(text::is_valid_utf8(name)) << name;
      EXPECT_NE(name, term(spec.field, text + "b")) << "told apart by their beginnings only";
      EXPECT_EQ(name, term(spec.field, text));
    }
}

TEST(Terms, AreHashedOnlyWhereTheyMustBe) {
  const std::string longest(kLongestTerm - 1, 'a');
  EXPECT_EQ(term(Field::stem, longest), "Z" + longest);
  EXPECT_NE(term(Field::stem, longest + "a"), "Z" + longest + "a");
  EXPECT_LE(term(Field::stem, longest + "a").size(), kLongestTerm);
}

}  // namespace
}  // namespace kb::index
