#include "indexer/check/judgement_rules.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "indexer/check/check.h"
#include "tests/indexer/check/rule_case.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Judgements : public testing::Test {
 protected:
  Judgements() {
    site.config.search.path = site.content() / "_search";
    site.write("en/refund.md", "# Refunds\n\nYour money within 14 days.\n");
    site.write("en/parcel.md", "# Parcels\n\nWhere your parcel is. No refund.\n");
    site.write("ro/refund.md", "# Rambursare\n\nBanii în 14 zile.\n");
  }

  void judge(const std::string& text, const std::string& lang = "en") {
    site.write("_search/" + lang + "/judgements.tsv", text);
  }
  std::vector<std::string> findings() const {
    return findings_of(site, {rules::judgement, rules::unknown_article, rules::search_file});
  }

  SiteInFolder site;
};

TEST_F(Judgements, ThatHoldSayNothing) {
  judge("refunds\trefund\nwhere is my parcel?\tparcel\nrefund\tparcel\t2\n");
  judge("rambursare\trefund\nparcel\tparcel\n", "ro");  // the second one by the fallback
  EXPECT_THAT(findings(), IsEmpty());
}

TEST_F(Judgements, ThatFailSayWhatIsFoundInstead) {
  judge("refunds\tparcel\nzanzibar\trefund\nmoney\tparcel\t3\n");
  const std::string hint =
      "; give the article these words as `keywords`, or write a synonym; kb-index search --explain "
      "tells why it is so [judgement]";
  EXPECT_THAT(
      findings(),
      ElementsAre("_search/en/judgements.tsv:1: error: `refunds` should find parcel first; it is "
                  "the 2nd (first: refund)" +
                      hint,
                  "_search/en/judgements.tsv:2: error: `zanzibar` should find refund first; "
                  "nothing is found" +
                      hint,
                  "_search/en/judgements.tsv:3: error: `money` should find parcel among the first "
                  "3; it is not among the first 20 (first: refund)" +
                      hint));
}

TEST_F(Judgements, NameArticlesThatAreThere) {
  judge("refund\tbiling/refund\nrefund\n");
  EXPECT_THAT(findings(), ElementsAre(HasSubstr(":1: error: there is no article biling/refund"),
                                      HasSubstr(":2: error: is no judgement")));
}

TEST_F(Judgements, LeaveNothingBehind) {
  judge("refunds\trefund\n");
  const auto count_temporary = [] {
    std::size_t count = 0;
    for (const auto& entry : fs::directory_iterator(fs::temp_directory_path()))
      count += entry.path().filename().string().starts_with("answerwell-check-") ? 1 : 0;
    return count;
  };
  const auto before = count_temporary();
  EXPECT_THAT(findings(), IsEmpty());
  EXPECT_EQ(count_temporary(), before);
  EXPECT_FALSE(fs::exists(site.index()));
}

TEST_F(Judgements, AreTriedOnTheIndexThatIsThere) {
  site.must_build();
  site.write("en/refund.md", "# Something else\n\nText.\n");
  judge("money\trefund\n");
  EXPECT_THAT(findings(), ElementsAre(HasSubstr("nothing is found")));
  Progress silent(stderr, Progress::Style::silent);
  const auto report = check(site.config, site.clock, silent, site.live());
  ASSERT_TRUE(report) << to_line(report.error());
  EXPECT_EQ(report->count(Severity::error), 0U);
}

}  // namespace
}  // namespace kb
