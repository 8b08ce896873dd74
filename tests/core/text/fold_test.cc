#include "core/text/fold.h"

#include <gtest/gtest.h>

namespace kb::text {
namespace {

struct Case {
  std::string_view word, folded;
};
class Folding : public testing::TestWithParam<Case> {};

TEST_P(Folding, LeavesWhatPeopleTypeWithoutTheirKeyboard) {
  EXPECT_EQ(fold(GetParam().word), GetParam().folded);
  EXPECT_EQ(fold(GetParam().folded), GetParam().folded);
}

INSTANTIATE_TEST_SUITE_P(
    Latin, Folding,
    testing::Values(Case{"", ""}, Case{"refund", "refund"}, Case{"plăți", "plati"},
                    Case{"plăţi", "plati"}, Case{"łódź", "lodz"}, Case{"straße", "strasse"},
                    Case{"señor", "senor"}, Case{"çağrı", "cagri"}, Case{"i\u0307ade", "iade"},
                    Case{"smørrebrød", "smorrebrod"}, Case{"þórður", "thordur"},
                    Case{"œuvre", "oeuvre"}, Case{"đặng", "dang"}, Case{"việt", "viet"}));

INSTANTIATE_TEST_SUITE_P(OtherAlphabets, Folding,
                         testing::Values(Case{"ёлка", "елка"}, Case{"мой", "мой"},
                                         Case{"επιστροφή", "επιστροφη"}, Case{"λόγος", "λογοσ"},
                                         Case{"كِتَاب", "كتاب"}, Case{"كـــتاب", "كتاب"},
                                         Case{"أحمد", "احمد"}, Case{"فاتورة", "فاتوره"},
                                         Case{"على", "علي"}, Case{"שָׁלוֹם", "שלום"}));

// Their marks are letters: without them other words come out.
INSTANTIATE_TEST_SUITE_P(Unfolded, Folding,
                         testing::Values(Case{"คืนเงิน", "คืนเงิน"}, Case{"वापसी", "वापसी"},
                                         Case{"ガス", "ガス"}, Case{"ប្រាក់", "ប្រាក់"},
                                         Case{"தமிழ்", "தமிழ்"}, Case{"환불", "환불"},
                                         Case{"返金", "返金"}));

TEST(Folding, OfInvalidUtf8IsSomeText) {
  EXPECT_EQ(fold("a\xff"), "a\uFFFD");
}

}  // namespace
}  // namespace kb::text
