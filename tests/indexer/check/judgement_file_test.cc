#include "indexer/check/judgement_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class JudgementFiles : public testing::Test {
 protected:
  JudgementFile read(const std::string& text) {
    folder.write("judgements.tsv", text);
    return read_judgement_file(folder.path() / "judgements.tsv");
  }
  TemporaryFolder folder;
};

TEST_F(JudgementFiles, NameAQueryAndItsArticle) {
  const auto found = read(
      "# What customers type\n"
      "where is my parcel\tdelivery/track-parcel\n"
      "\n"
      "  refund \t billing/refund \t 3 \r\n"
      "a  b\tmy page\t20");
  EXPECT_THAT(found.problems, IsEmpty());
  ASSERT_EQ(found.judgements.size(), 3U);
  EXPECT_EQ(found.judgements[0].query, "where is my parcel");
  EXPECT_EQ(found.judgements[0].article, "delivery/track-parcel");
  EXPECT_EQ(found.judgements[0].within, 1);
  EXPECT_EQ(found.judgements[0].line, 2);
  EXPECT_EQ(found.judgements[1].query, "refund");
  EXPECT_EQ(found.judgements[1].article, "billing/refund");
  EXPECT_EQ(found.judgements[1].within, 3);
  EXPECT_EQ(found.judgements[2].article, "my page");
  EXPECT_EQ(found.judgements[2].line, 5);
}

TEST_F(JudgementFiles, NeedNotBe) {
  EXPECT_THAT(read_judgement_file(folder.path() / "none.tsv").problems, IsEmpty());
  EXPECT_THAT(read("").judgements, IsEmpty());
}

struct Bad {
  std::string line, what;
};
class BadJudgements : public JudgementFiles, public testing::WithParamInterface<Bad> {};
TEST_P(BadJudgements, SayWhere) {
  const auto found = read("a\tb\n" + GetParam().line + "\nc\td\n");
  EXPECT_EQ(found.judgements.size(), 2U);
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].where, (folder.path() / "judgements.tsv").string() + ":2");
  EXPECT_THAT(found.problems[0].what, HasSubstr(GetParam().what));
  EXPECT_NE(found.problems[0].hint, "");
}
INSTANTIATE_TEST_SUITE_P(Lines, BadJudgements,
                         testing::Values(Bad{"where is my parcel", "is no judgement"},
                                         Bad{"\tbilling/refund", "is no judgement"},
                                         Bad{"refund\t\t3", "is no judgement"},
                                         Bad{"refund\ta\t1\tb", "is no judgement"},
                                         Bad{"refund\ta\tfirst", "among the first 'first'"},
                                         Bad{"refund\ta\t0", "among the first '0'"},
                                         Bad{"refund\ta\t-1", "among the first '-1'"},
                                         Bad{"refund\ta\t21", "among the first '21'"},
                                         Bad{"refund\ta\t3x", "among the first '3x'"}));

TEST_F(JudgementFiles, AreUtf8) {
  const auto found = read("caf\xE9\ta\n");
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].what, "is not UTF-8");
}

}  // namespace
}  // namespace kb
