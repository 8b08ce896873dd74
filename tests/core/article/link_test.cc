#include "core/article/link.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string_view path, encoded;
};
class Links : public testing::TestWithParam<Case> {};

TEST_P(Links, AreEncodedAndComeBack) {
  EXPECT_EQ(percent_encode_path(GetParam().path), GetParam().encoded);
  EXPECT_EQ(percent_decode(GetParam().encoded), GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(Paths, Links,
                         testing::Values(Case{"", ""}, Case{"billing/refund", "billing/refund"},
                                         Case{"billing/what we store", "billing/what%20we%20store"},
                                         Case{"a-b_c.d~e/09AZ", "a-b_c.d~e/09AZ"},
                                         Case{"50%/a+b", "50%25/a%2Bb"},
                                         Case{"c#/f?x=1&y", "c%23/f%3Fx%3D1%26y"},
                                         Case{"\"><script>", "%22%3E%3Cscript%3E"},
                                         Case{"płatności", "p%C5%82atno%C5%9Bci"},
                                         Case{"返金", "%E8%BF%94%E9%87%91"},
                                         Case{{"\0\x7f\xff", 3}, "%00%7F%FF"}));

class Decoding : public testing::TestWithParam<Case> {};

TEST_P(Decoding, LeavesWhatIsNoEscape) {
  EXPECT_EQ(percent_decode(GetParam().encoded), GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(Strays, Decoding,
                         testing::Values(Case{"50%", "50%"}, Case{"%2", "%2"}, Case{"%zz", "%zz"},
                                         Case{"%A", "%%41"}, Case{"%4g!", "%4g!"}, Case{"A", "%41"},
                                         Case{"J", "%4a"}, Case{"%41", "%2541"},
                                         Case{"a+b", "a+b"}));

}  // namespace
}  // namespace kb
