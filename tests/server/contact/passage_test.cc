#include "server/contact/passage.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

constexpr const char* kHtml =
    "<p>First.</p>\n<h2 id=\"how-long\">How <em>long</em></h2>\n<p>A week<br>at most.</p>\n"
    "<img src=\"kb-file:a\" alt=\"x\">\n<ol><li id=\"one\">See <a href=\"#top\">top</a></li></ol>\n"
    "<aside><h3 id=\"inside\">No division</h3><p>All of it</p></aside>\n"
    "<h3 id=\"bank\">By bank</h3>\n<p>Two <a href=\"kb-article:en/a\">days</a>.</p>\n"
    "<h2 id=\"none\">Nothing below</h2>\n";

struct Case {
  std::string anchor, passage;
};
class Passage : public testing::TestWithParam<Case> {};

TEST_P(Passage, EndsAtTheNextHeading) {
  EXPECT_EQ(passage_html(kHtml, GetParam().anchor, "/en/a/x"), GetParam().passage);
}

INSTANTIATE_TEST_SUITE_P(
    Anchors, Passage,
    testing::Values(
        Case{"", "<p>First.</p>\n"},
        Case{"how-long",
             "\n<p>A week<br>at most.</p>\n<img src=\"kb-file:a\" alt=\"x\">\n<ol><li>See <a "
             "href=\"/en/a/x#top\" target=\"_blank\" rel=\"noopener\">top</a></li></ol>\n"
             "<aside><h3>No division</h3><p>All of it</p></aside>\n"},
        Case{"bank",
             "\n<p>Two <a href=\"kb-article:en/a\" target=\"_blank\" "
             "rel=\"noopener\">days</a>.</p>\n"},
        Case{"none", ""}, Case{"inside", ""}, Case{"nowhere", ""}));

TEST(Passages, OfWholeArticlesAreForThePageOfTheArticle) {
  EXPECT_EQ(passage_html("<p>" + std::string(kLongestPassage, 'x') + "</p>", "", "/"), "");
  EXPECT_EQ(passage_html("", "", "/"), "");
}

}  // namespace
}  // namespace kb
