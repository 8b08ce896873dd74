#include "server/page/html_text.h"

#include <gtest/gtest.h>

namespace kb::page {
namespace {

struct Case {
  std::string text, html;
};
class EscapedHtml : public testing::TestWithParam<Case> {};

TEST_P(EscapedHtml, IsFitForTextAndQuotedAttributes) {
  EXPECT_EQ(escape_html(GetParam().text), GetParam().html);
}

INSTANTIATE_TEST_SUITE_P(Texts, EscapedHtml,
                         testing::Values(Case{"", ""}, Case{"plain", "plain"},
                                         Case{"<b> & \"x\"", "&lt;b&gt; &amp; &quot;x&quot;"},
                                         Case{"&amp;", "&amp;amp;"}, Case{"ș ع", "ș ع"}));

TEST(LanguageAttributes, MarkAChangeOnly) {
  EXPECT_EQ(language_attributes("en", "en"), "");
  EXPECT_EQ(language_attributes("ar", "en"), R"( lang="ar" dir="rtl")");
  EXPECT_EQ(language_attributes("pt-BR", "ar"), R"( lang="pt-BR" dir="ltr")");
}

TEST(Direction, FollowsTheScript) {
  EXPECT_EQ(direction("ar"), "rtl");
  EXPECT_EQ(direction("he"), "rtl");
  EXPECT_EQ(direction("ro"), "ltr");
}

}  // namespace
}  // namespace kb::page
