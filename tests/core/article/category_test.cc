#include "core/article/category.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string lang, otherwise, name;
};
class CategoryNames : public testing::TestWithParam<Case> {};

TEST_P(CategoryNames, AreTheNearestThatTheReaderUnderstands) {
  Category category;
  category.key = "getting-started";
  category.name = {{"en", "Getting started"}, {"pt", "Primeiros passos"}, {"pt-BR", "Começando"}};
  EXPECT_EQ(category.name_in(GetParam().lang, GetParam().otherwise), GetParam().name);
}

INSTANTIATE_TEST_SUITE_P(Languages, CategoryNames,
                         testing::Values(Case{"pt-BR", "en", "Começando"},
                                         Case{"pt-AO", "en", "Primeiros passos"},
                                         Case{"pt", "en", "Primeiros passos"},
                                         Case{"pl", "en", "Getting started"},
                                         Case{"zh-Hant-TW", "pt", "Primeiros passos"},
                                         Case{"", "en", "Getting started"}));

TEST(Category, WithoutANameIsItsKeyMadeReadable) {
  Category category;
  category.key = "getting-started";
  EXPECT_EQ(category.name_in("pl", "de"), "Getting started");
}

TEST(Category, OfASubfolderIsNamedByTheSubfolder) {
  Category category;
  category.key = "troubleshooting/hub-lights";
  EXPECT_EQ(category.name_in("pl", "de"), "Hub lights");
}

TEST(Category, MayBeDescribed) {
  Category category;
  EXPECT_EQ(category.description_in("ro", "en"), "");
  category.description = {{"en", "Plans and invoices"}, {"ro", "Abonamente și facturi"}};
  EXPECT_EQ(category.description_in("ro-MD", "en"), "Abonamente și facturi");
  EXPECT_EQ(category.description_in("pl", "en"), "Plans and invoices");
  EXPECT_EQ(category.description_in("pl", "de"), "");
}

TEST(TextIn, EndsWithTheTextForAll) {
  EXPECT_EQ(text_in({{"", "All"}, {"ro", "Toate"}}, "pl", "en"), "All");
  EXPECT_EQ(text_in({{"", "All"}, {"ro", "Toate"}}, "pl", "ro"), "Toate");
  EXPECT_EQ(text_in({}, "pl", "en"), "");
}

TEST(Category, WithoutAnOrderComesAfterThoseWithOne) {
  EXPECT_EQ(Category{}.order, Category::kUnordered);
}

struct Key {
  std::string_view key, words;
};
class ReadableKeys : public testing::TestWithParam<Key> {};

TEST_P(ReadableKeys, AreWords) {
  EXPECT_EQ(readable_key(GetParam().key), GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(Keys, ReadableKeys,
                         testing::Values(Key{"billing", "Billing"}, Key{"my_account", "My account"},
                                         Key{"two--dashes", "Two  dashes"}, Key{"API", "API"},
                                         Key{"1-start", "1 start"}, Key{"płatności", "Płatności"},
                                         Key{"łódź", "łódź"}, Key{"", ""}));

}  // namespace
}  // namespace kb
