#include "server/discovery/xml_text.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view text, xml;
};
class XmlTexts : public testing::TestWithParam<Case> {};

TEST_P(XmlTexts, AreFitForElementsAndAttributes) {
  EXPECT_EQ(xml_text(GetParam().text), GetParam().xml);
}

INSTANTIATE_TEST_SUITE_P(Texts, XmlTexts,
                         testing::Values(Case{"", ""}, Case{"Fish & chips", "Fish &amp; chips"},
                                         Case{"a < b > c", "a &lt; b &gt; c"},
                                         Case{"\"quoted\"", "&quot;quoted&quot;"},
                                         Case{"&amp;", "&amp;amp;"},
                                         Case{"Plăți 返金", "Plăți 返金"},
                                         Case{"a\tb\nc", "a\tb\nc"},
                                         // XML has no way to write these.
                                         Case{"a\x01"
                                              "b\x1f"
                                              "c\rd",
                                              "abcd"},
                                         Case{{"a\0b", 3}, "ab"}));

TEST(XmlElement, HoldsTheText) {
  EXPECT_EQ(xml_element("title", "A & B"), "<title>A &amp; B</title>\n");
  EXPECT_EQ(xml_element("title", ""), "<title></title>\n");
}

}  // namespace
}  // namespace kb
