#include "core/insights/gaps/gap_work.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(GapWork, SaysWhatToDo) {
  FoundGap gap{.lang = "pl"};
  EXPECT_EQ(work_of(gap), "write it");
  gap.articles = {{.lang = "en", .id = "billing/refund", .title = "Refunds"}};
  gap.diagnosis = Diagnosis::missing_in_language;
  EXPECT_EQ(work_of(gap), "translate en/billing/refund");
  gap.diagnosis = Diagnosis::stale_translation;
  EXPECT_EQ(work_of(gap), "bring en/billing/refund up to date");
  gap.diagnosis = Diagnosis::unhelpful;
  EXPECT_EQ(work_of(gap), "rework en/billing/refund");
  gap.diagnosis = Diagnosis::vocabulary;
  EXPECT_EQ(work_of(gap), "use these words in en/billing/refund");
  gap.synonym = SynonymProposal{.lang = "pl", .asked = "kasa", .found = "zwrot", .article = {}};
  EXPECT_EQ(work_of(gap), "add the synonym kasa = zwrot");
}

TEST(GapWork, NamesAGapThatHasNoLabel) {
  FoundGap gap;
  EXPECT_EQ(name_of(gap), "(too few said the same)");
  gap.id = 17;
  EXPECT_EQ(name_of(gap), "(gap 17)");
  gap.articles = {{.lang = "en", .id = "billing/refund", .title = "Refunds"}};
  EXPECT_EQ(name_of(gap), "(near Refunds)");
  gap.label = "money back";
  EXPECT_EQ(name_of(gap), "money back");
}

}  // namespace
}  // namespace kb::insights
