#include "core/text/charset.h"

#include <gtest/gtest.h>

namespace {

using kb::text::decode_charset;

TEST(Charset, DecodesWhatHelpdesksExport) {
  EXPECT_EQ(*decode_charset("caf\xE9 \x80", "windows-1252"), "café €");
  EXPECT_EQ(*decode_charset("za\xBF\xF3\xB3\xE6", "ISO-8859-2"), "zażółć");
  EXPECT_EQ(*decode_charset("\xCF\xF0\xE8\xE2\xE5\xF2", "windows-1251"), "Привет");
  EXPECT_EQ(*decode_charset("\xF0\xD2\xC9\xD7\xC5\xD4", "koi8-r"), "Привет");
  EXPECT_EQ(*decode_charset("", "utf-8"), "");
}

TEST(Charset, WhatMeansNothingBecomesAMark) {
  EXPECT_EQ(*decode_charset("a\xFF"
                            "b",
                            "utf-8"),
            "a\uFFFDb");
}

TEST(Charset, AnUnknownEncodingIsAnError) {
  EXPECT_FALSE(decode_charset("a", "klingon-8"));
  EXPECT_FALSE(decode_charset("a", ""));
  EXPECT_TRUE(kb::text::is_known_charset("latin1"));
  EXPECT_FALSE(kb::text::is_known_charset("klingon-8"));
}

}  // namespace
