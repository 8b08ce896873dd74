#include "core/insights/gaps/gap_report_csv.h"

#include <gtest/gtest.h>

#include "tests/core/insights/gaps/sample_gap_report.h"

namespace kb::insights {
namespace {

TEST(GapReportCsv, HasARowForEachGap) {
  EXPECT_EQ(to_csv(sample_gap_report()),
            "rank,id,lang,label,diagnosis,customers,customers_before,failed,asked,failure_rate,"
            "tickets,cost,trend,category,article,work,words,questions\r\n"
            "1,17,pl,zwrot kosztów,missing_in_language,40,10,45,60,0.75,3,24,rising,billing,"
            "en/billing/refund,translate en/billing/refund,zwrot; kosztów,"
            "zwrot kosztów; zwrot pieniędzy\r\n"
            "2,,en,'=parcel(),missing,0,,0,0,,0,,steady,,,write it,,\r\n");
}

}  // namespace
}  // namespace kb::insights
