#include "indexer/check/shown_link.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ShownLink, HasAnEnd) {
  EXPECT_EQ(shown_link("../a.md"), "../a.md");
  EXPECT_EQ(shown_link(std::string(80, 'a')), std::string(80, 'a'));
  EXPECT_EQ(shown_link(std::string(81, 'a')), std::string(80, 'a') + "…");
  EXPECT_EQ(shown_link(std::string(79, 'a') + "ăx"), std::string(79, 'a') + "…");
}

}  // namespace
}  // namespace kb
