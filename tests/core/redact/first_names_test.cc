#include "core/redact/first_names.h"

#include <gtest/gtest.h>

namespace kb::redact {
namespace {

TEST(FirstNames, AreFoldedWords) {
  for (const auto list : {first_names(), doubtful_names()}) {
    EXPECT_GT(list.size(), 100U);
    EXPECT_EQ(list.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_,"), std::string_view::npos);
  }
}

}  // namespace
}  // namespace kb::redact
