#include "server/page/style_sheet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "tests/core/base/temporary_folder.h"

namespace kb::page {
namespace {

using testing::HasSubstr;
using testing::Not;

Assets assets_of(const std::vector<std::pair<std::string, std::string>>& files) {
  const TemporaryFolder folder;
  for (const auto& [name, text] : files) std::ofstream(folder.path() / name) << text;
  return *Assets::load(folder.path());
}

TEST(StyleSheet, HoldsWhatThePageNeedsInTheOrderOfPrecedence) {
  auto assets = assets_of(
      {{"site.css", "a{}"}, {"find.css", "b{}"}, {"feedback.css", "f{}"}, {"theme.css", "t{}"}});
  EXPECT_EQ(style_sheet(assets, Looks::reading), "a{}f{}");
  EXPECT_EQ(style_sheet(assets, Looks::finding), "a{}b{}");
  assets.add("brand.css", "text/css", ":root{}");
  EXPECT_EQ(style_sheet(assets, Looks::finding), "a{}b{}:root{}");
}

TEST(StyleSheet, CannotEndItsElement) {
  const auto assets = assets_of({{"site.css", "a::before{content:'</style><script>'}"}});
  EXPECT_THAT(style_sheet(assets, Looks::reading), Not(HasSubstr("</style")));
}

// The example of the standard: CSP 3, 8.2, but for a style.
TEST(ContentSource, IsTheHashOfTheBytes) {
  EXPECT_EQ(content_source("alert('Hello, world.');"),
            "'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='");
  EXPECT_EQ(content_source(""), "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='");
}

}  // namespace
}  // namespace kb::page
