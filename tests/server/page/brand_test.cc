#include "server/page/brand.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <map>

namespace kb::page {
namespace {

using Colours = std::map<std::string, std::string>;

// The custom properties between two places of the style sheet.
Colours properties(std::string_view css) {
  Colours found;
  for (auto at = css.find("--"); at != css.npos; at = css.find("--", at + 2)) {
    const auto colon = css.find(':', at);
    found.emplace(css.substr(at + 2, colon - at - 2), css.substr(colon + 2, 7));
  }
  return found;
}

Colours light(const std::string& css) {
  auto colours = properties(css.substr(0, css.find("@media")));
  colours.emplace("paper", "#ffffff");
  return colours;
}
Colours dark(const std::string& css) {
  return properties(css.substr(css.find("@media")));
}

double luminance(const std::string& hex) {
  std::array<unsigned, 3> parts{};
  EXPECT_EQ(std::sscanf(hex.c_str(), "#%2x%2x%2x", &parts[0], &parts[1], &parts[2]), 3) << hex;
  const auto linear = [](unsigned part) {
    const double value = part / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2]);
}

double contrast(const std::string& one, const std::string& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + .05) / (std::min(a, b) + .05);
}

// What stands on what, and the least contrast that WCAG 2.2 asks for: 4.5 for text, 3 for the
// borders of controls and the ring around what has the focus.
void expect_readable(Colours colours, const std::string& from) {
  for (const char* ground : {"paper", "tint"}) {
    for (const char* text : {"ink", "ink-soft", "accent", "accent-strong"}) {
      EXPECT_GE(contrast(colours[text], colours[ground]), 4.5) << from << text << " on " << ground;
    }
    for (const char* edge : {"line-strong", "focus"}) {
      EXPECT_GE(contrast(colours[edge], colours[ground]), 3) << from << edge << " on " << ground;
    }
  }
  for (const char* ground : {"accent", "accent-strong"}) {
    EXPECT_GE(contrast(colours["accent-ink"], colours[ground]), 4.5) << from << " on " << ground;
  }
}

TEST(Brand, IsReadableInEveryColour) {
  for (unsigned red = 0; red < 256; red += 51) {
    for (unsigned green = 0; green < 256; green += 51) {
      for (unsigned blue = 0; blue < 256; blue += 51) {
        char accent[8];
        std::snprintf(accent, sizeof accent, "#%02x%02x%02x", red, green, blue);
        const auto brand = make_brand(accent);
        EXPECT_TRUE(brand.problems.empty());
        expect_readable(light(brand.css), std::string(accent) + " light: ");
        expect_readable(dark(brand.css), std::string(accent) + " dark: ");
      }
    }
  }
}

TEST(Brand, KeepsTheColourWhereItCanBeRead) {
  EXPECT_EQ(light(make_brand("#7a1f5c").css)["accent"], "#7a1f5c");
  EXPECT_EQ(light(make_brand("#06c").css)["accent"], "#0066cc");
  EXPECT_EQ(dark(make_brand("#FFCC00").css)["accent"], "#ffcc00");
}

TEST(Brand, IsOptional) {
  EXPECT_EQ(make_brand("").css, "");
  EXPECT_TRUE(make_brand("").problems.empty());
}

class NoColour : public testing::TestWithParam<std::string> {};

TEST_P(NoColour, IsAProblemAndChangesNothing) {
  const auto brand = make_brand(GetParam());
  EXPECT_EQ(brand.css, "");
  ASSERT_EQ(brand.problems.size(), 1U);
  EXPECT_THAT(brand.problems[0].what, testing::HasSubstr("'" + GetParam() + "'"));
}

INSTANTIATE_TEST_SUITE_P(Words, NoColour,
                         testing::Values("red", "#", "#12", "#12345", "#1234567", "#ggg", "#12 456",
                                         "7a1f5c", "#-12", "}body{"));

}  // namespace
}  // namespace kb::page
