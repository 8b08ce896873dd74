#include "indexer/markdown/source_text.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(SourceText, IsCleanUtf8WithItsLines) {
  struct Case {
    std::string bytes, text;
  };
  for (const Case& c : {Case{"", ""}, Case{"a\r\nb\rc\n", "a\nb\nc\n"},
                        Case{"a\x01\x7F"
                             "b\tc",
                             "ab\tc"},
                        Case{"\xEF\xBB\xBFhé", "hé"},
                        Case{std::string("a\0b", 3),
                             "a\xEF\xBF\xBD"
                             "b"},
                        Case{"日本 😀", "日本 😀"}}) {
    const auto source = clean_source(c.bytes, 1);
    ASSERT_TRUE(source);
    EXPECT_EQ(source->text, c.text);
  }
}

TEST(SourceText, TellsWhereItIsNotUtf8) {
  for (const char* bad :
       {"\xFF", "\xC0\x80", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xE2\x82", "\x80"}) {
    const auto source = clean_source(std::string("one\ntwo ") + bad, 5);
    ASSERT_FALSE(source);
    EXPECT_EQ(source.error().where, ":6");
    EXPECT_NE(source.error().what.find("byte 5 of the line"), std::string::npos);
  }
}

}  // namespace
}  // namespace kb
