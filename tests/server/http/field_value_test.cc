#include "server/http/field_value.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::http {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(FieldValue, ComparesAsciiLettersOnly) {
  EXPECT_TRUE(equals_ignoring_case("Keep-Alive", "keep-aLIVE"));
  EXPECT_FALSE(equals_ignoring_case("close", "closed"));
  EXPECT_FALSE(equals_ignoring_case("[", "{"));
}

TEST(FieldValue, TrimsSpacesAndTabs) {
  EXPECT_EQ(trim_blanks(" \t a b\t "), "a b");
  EXPECT_EQ(trim_blanks(" \t"), "");
}

TEST(FieldValue, SplitsListsWithoutEmptyItems) {
  EXPECT_THAT(list_items("a, b;q=0.5 ,,\tc,"), ElementsAre("a", "b;q=0.5", "c"));
  EXPECT_THAT(list_items(" , "), IsEmpty());
}

}  // namespace
}  // namespace kb::http
