#include "indexer/eval/evaluation.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class Evaluating : public testing::Test {
 protected:
  Evaluating() {
    site.write("en/refund.md", "# Refunds\n\nYour money within 14 days.\n");
    site.write("en/my page.md", "# Parcels\n\nWhere your parcel is.\n");
    site.write("ro/refund.md", "# Rambursare\n\nBanii în 14 zile.\n");
    site.write("en/later.md", "---\npublish_at: 2026-01-02\n---\n# Zanzibar\n");
    site.write("de/refund.md", "# Erstattung\n\nGeld zurück in 14 Tagen.\n");
    site.must_build();
  }

  Evaluation evaluate(std::vector<JudgedQuery> queries, const std::string& lang) {
    const auto figures =
        kb::evaluate(site.config, site.live(), {std::move(queries), 0}, lang, site.clock.now());
    EXPECT_TRUE(figures) << to_line(figures.error());
    return figures ? *figures : Evaluation();
  }

  SiteInFolder site;
};

TEST_F(Evaluating, SearchesAsTheReaderDoes) {
  const std::vector<JudgedQuery> queries = {{"q1", "refunds", {{"en/refund", 1}}},
                                            {"q2", "where is my parcel?", {{"en/my%20page", 1}}},
                                            {"q3", "rambursare", {{"ro/refund", 1}}},
                                            {"q4", "zanzibar", {{"en/later", 1}}}};
  const auto english = evaluate(queries, "en");
  EXPECT_EQ(english.queries, 4U);
  EXPECT_DOUBLE_EQ(english.mrr, 0.5);
  EXPECT_THAT(english.missed, ElementsAre("q3", "q4"));
  // "rambursare" is Romanian, whose article there is in English, too.
  EXPECT_DOUBLE_EQ(english.zero_results, 0.25);
  // A Romanian reader has English as fallback, and reads the Romanian version where there is one.
  EXPECT_THAT(evaluate(queries, "ro").missed, ElementsAre("q1", "q4"));
}

TEST_F(Evaluating, FindsEveryLanguageWhereNoneIsTold) {
  const std::vector<JudgedQuery> queries = {{"q1", "refunds", {{"en/refund", 1}}},
                                            {"q2", "rambursare", {{"ro/refund", 1}}},
                                            {"q3", "Erstattung", {{"de/refund", 1}}}};
  EXPECT_THAT(evaluate(queries, "").missed, IsEmpty());
}

TEST_F(Evaluating, TellsHowLongItTook) {
  const auto figures = evaluate({{"q1", "refunds", {{"en/refund", 1}}}}, "en");
  EXPECT_GT(figures.median_ms, 0);
  EXPECT_GE(figures.p99_ms, figures.median_ms);
}

}  // namespace
}  // namespace kb
