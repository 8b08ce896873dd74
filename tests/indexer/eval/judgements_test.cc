#include "indexer/eval/judgements.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

class JudgementsOfQueries : public testing::Test {
 protected:
  Result<Judgements> read(const std::string& queries, const std::string& qrels) {
    folder.write("q.tsv", queries);
    folder.write("q.qrels", qrels);
    return read_judgements(folder.path() / "q.tsv", folder.path() / "q.qrels");
  }
  TemporaryFolder folder;
};

TEST_F(JudgementsOfQueries, AreReadAsTrecHasThem) {
  const auto read = this->read("q1\twhere is my parcel\r\nq2\t two\ttabs \n\nq3\tnobody knows\n",
                               "q2 0 en/b%20c 2\nq1 0 en/a 1\nq1 0 ro/a 1\nq1\t0\ten/x\t0\n");
  ASSERT_TRUE(read) << to_line(read.error());
  ASSERT_EQ(read->queries.size(), 2U);
  EXPECT_EQ(read->queries[0].id, "q1");
  EXPECT_EQ(read->queries[0].text, "where is my parcel");
  EXPECT_THAT(read->queries[0].relevant, ElementsAre(Pair("en/a", 1), Pair("ro/a", 1)));
  EXPECT_EQ(read->queries[1].text, " two\ttabs ");
  EXPECT_THAT(read->queries[1].relevant, ElementsAre(Pair("en/b%20c", 2)));
  EXPECT_EQ(read->unjudged, 1U);
}

struct Bad {
  std::string queries, qrels, where, what;
};
class BadJudgementFiles : public JudgementsOfQueries, public testing::WithParamInterface<Bad> {};
TEST_P(BadJudgementFiles, SayWhere) {
  const auto read = this->read(GetParam().queries, GetParam().qrels);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().where, (folder.path() / GetParam().where).string());
  EXPECT_THAT(read.error().what, HasSubstr(GetParam().what));
  EXPECT_NE(read.error().hint, "");
}
INSTANTIATE_TEST_SUITE_P(
    Files, BadJudgementFiles,
    testing::Values(Bad{"q1 text\n", "q1 0 en/a 1\n", "q.tsv:1", "is no query"},
                    Bad{"q1\ta\n\ttext\n", "q1 0 en/a 1\n", "q.tsv:2", "is no query"},
                    Bad{"q1\ttext\n", "q1 0 en/a\n", "q.qrels:1", "is no judgement"},
                    Bad{"q1\ttext\n", "q1 0 en/a 1\nq1 0 en/b yes\n", "q.qrels:2",
                        "is no judgement"},
                    Bad{"q1\ttext\n", "q2 0 en/a 1\n", "q.tsv", "no query has a relevant article"},
                    Bad{"", "", "q.tsv", "no query has a relevant article"}));

TEST_F(JudgementsOfQueries, NeedBothFiles) {
  folder.write("q.qrels", "q1 0 en/a 1\n");
  EXPECT_FALSE(read_judgements(folder.path() / "q.tsv", folder.path() / "q.qrels"));
  EXPECT_FALSE(read_judgements(folder.path() / "q.qrels", folder.path() / "none"));
}

}  // namespace
}  // namespace kb
