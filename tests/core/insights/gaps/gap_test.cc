#include "core/insights/gaps/gap.h"

#include <gtest/gtest.h>

namespace kb::insights {
namespace {

TEST(Diagnoses, AreReadAsTheyAreWritten) {
  for (const auto each :
       {Diagnosis::missing, Diagnosis::missing_in_language, Diagnosis::stale_translation,
        Diagnosis::vocabulary, Diagnosis::unhelpful})
    EXPECT_EQ(parse_diagnosis(diagnosis_name(each)), each);
  EXPECT_EQ(parse_diagnosis("none"), std::nullopt);
  EXPECT_EQ(gap_trend_name(GapTrend::fresh), "new");
}

}  // namespace
}  // namespace kb::insights
