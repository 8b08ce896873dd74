#include "core/text/word_joints.h"

#include <gtest/gtest.h>

#include <string>

namespace kb::text {
namespace {

struct Case {
  std::string_view word;
  bool elides;
  std::string_view pieces;
};
class Pieces : public testing::TestWithParam<Case> {};
TEST_P(Pieces, AreWhatAWordIsPutTogetherFrom) {
  std::string all;
  for (const auto& piece : pieces_of(GetParam().word, GetParam().elides))
    all += (all.empty() ? "" : " ") +
           std::string(GetParam().word.substr(piece.begin, piece.end - piece.begin));
  EXPECT_EQ(all, GetParam().pieces);
}

INSTANTIATE_TEST_SUITE_P(Humps, Pieces,
                         testing::Values(Case{"autoRenew", false, "auto Renew"},
                                         Case{"HTTPServer", false, "HTTP Server"},
                                         Case{"PayPal", false, "Pay Pal"},
                                         Case{"maxRetryCount", false, "max Retry Count"},
                                         Case{"iPhone", false, ""}, Case{"PDFs", false, ""},
                                         Case{"IDs", false, ""}, Case{"Word", false, ""},
                                         Case{"WORD", false, ""}, Case{"word", false, ""},
                                         Case{"авто"
                                              "Режим",
                                              false, "авто Режим"},
                                         Case{"v2Beta", false, ""}));
INSTANTIATE_TEST_SUITE_P(Signs, Pieces,
                         testing::Values(Case{"example.com", false, "example com"},
                                         Case{"kb.yaml", false, "kb yaml"},
                                         Case{"snake_case_name", false, "snake case name"},
                                         Case{"__init__", false, "init"},
                                         Case{"me@example", false, "me example"},
                                         Case{"U.S.A", false, "U S A"}, Case{"___", false, ""}));
INSTANTIATE_TEST_SUITE_P(Numbers, Pieces,
                         testing::Values(Case{"3.14", false, ""}, Case{"v2.0.1", false, ""},
                                         Case{"192.168.0.1", false, ""},
                                         Case{"0x80070057", false, ""}, Case{"E1042", false, ""},
                                         Case{"1,000", false, ""}));
INSTANTIATE_TEST_SUITE_P(Elision, Pieces,
                         testing::Values(Case{"l'eau", true, "l eau"},
                                         Case{"dell’account", true, "dell account"},
                                         Case{"L'autoRenew", true, "L auto Renew"},
                                         Case{"aujourd'hui", true, ""}, Case{"don't", false, ""},
                                         Case{"l'eau", false, ""}));
INSTANTIATE_TEST_SUITE_P(Odd, Pieces,
                         testing::Values(Case{"", false, ""}, Case{"\xff_\xff", false, "\xff \xff"},
                                         Case{"返金", false, ""}));

TEST(Joints, AreWhatMayAsWellBeLeftOut) {
  for (const char* joint : {"-", ".", "_", "@", "‐", "‑", "－"})
    EXPECT_TRUE(is_joint(joint)) << joint;
  for (const char* other : {"", " ", " - ", "—", "–", "/", "'", "--", ", "})
    EXPECT_FALSE(is_joint(other)) << other;
}

TEST(Joints, AreNotOfScriptsWithoutSpaces) {
  for (const char* word : {"wifi", "обмен", "تسجيل"}) EXPECT_TRUE(may_be_joined(word));
  for (const char* word : {"返金", "คืน", "wifi設定", "환불"}) EXPECT_FALSE(may_be_joined(word));
}

}  // namespace
}  // namespace kb::text
