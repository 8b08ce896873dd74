#include "core/text/pattern.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::text {
namespace {

using testing::HasSubstr;

TEST(Patterns, FindBytes) {
  const auto pattern = Pattern::create("FW-\\d+");
  EXPECT_EQ(*pattern->find_all("Łódź FW-12, FW-345"), (std::vector<ByteRange>{{8, 13}, {15, 21}}));
  EXPECT_TRUE(pattern->find_all("")->empty());
  EXPECT_TRUE(pattern->find_all("\xFF\xC3")->empty());
}

TEST(Patterns, LeaveEmptyMatchesOut) {
  EXPECT_EQ(*Pattern::create("x*")->find_all("axxb"), (std::vector<ByteRange>{{1, 3}}));
}

TEST(Patterns, SayWhatIsWrong) {
  for (const auto* expression : {"FW-[", "(", "", "a{2,1}"}) {
    const auto pattern = Pattern::create(expression);
    ASSERT_FALSE(pattern) << expression;
    EXPECT_THAT(pattern.error().what, HasSubstr("regular expression"));
  }
}

// (a+a+)+b ran for minutes on sixty letters.
TEST(Patterns, GiveUpRatherThanHang) {
  const auto found = Pattern::create("(a+a+)+b")->find_all(std::string(60, 'a'));
  ASSERT_FALSE(found);
  EXPECT_THAT(to_line(found.error()), HasSubstr("too long"));
}

}  // namespace
}  // namespace kb::text
