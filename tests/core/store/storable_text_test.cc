#include "core/store/storable_text.h"

#include <gtest/gtest.h>

#include <vector>

namespace kb::store {
namespace {

using namespace std::string_literals;

TEST(StorableText, KeepsWhatIsWellFormed) {
  for (const std::string& text : {""s, "refund"s, "zwrot kosztów"s, "บัญชี"s, "😀"s, "\n\t"s})
    EXPECT_EQ(storable(text), text);
}

TEST(StorableText, ReplacesWhatNoStoreTakes) {
  struct Case {
    std::string text, kept;
  };
  const std::vector<Case> cases = {
      {"a\0b"s, "a\uFFFDb"},                               // zero byte
      {"a\xff", "a\uFFFD"},                                // never part of UTF-8
      {"\xc3", "\uFFFD"},                                  // cut off
      {"\xe2\x82", "\uFFFD\uFFFD"},                        // cut off
      {"\xc0\xaf", "\uFFFD\uFFFD"},                        // longer than needed
      {"\xe0\x80\xaf", "\uFFFD\uFFFD\uFFFD"},              // longer than needed
      {"\xed\xa0\x80", "\uFFFD\uFFFD\uFFFD"},              // surrogate
      {"\xf4\x90\x80\x80é", "\uFFFD\uFFFD\uFFFD\uFFFDé"},  // beyond U+10FFFF
  };
  for (const auto& [text, kept] : cases) EXPECT_EQ(storable(text), kept);
}

}  // namespace
}  // namespace kb::store
