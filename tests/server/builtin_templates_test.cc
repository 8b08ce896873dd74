#include "server/builtin_templates.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(BuiltinTemplates, AreWhereTheLayoutIs) {
  const auto folder = builtin_templates();
  ASSERT_TRUE(folder) << to_line(folder.error());
  EXPECT_TRUE(std::filesystem::exists(*folder / "layout.mustache"));
  EXPECT_TRUE(std::filesystem::exists(*folder / "i18n" / "en.json"));
}

}  // namespace
}  // namespace kb
