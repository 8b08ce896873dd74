#include "core/insights/gaps/gap_report_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/insights/gaps/sample_gap_report.h"

namespace kb::insights {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(GapReportText, SaysWhatHelpsMost) {
  const std::string text = to_text(sample_gap_report());
  EXPECT_THAT(text, HasSubstr("Gaps from 2026-03-02 to 2026-03-29 (UTC)"));
  EXPECT_THAT(text, HasSubstr("Note: events begin on 2026-02-20."));
  EXPECT_THAT(text, HasSubstr("120 questions were asked; 7 more were floods, spam or attacks."));
  EXPECT_THAT(text, HasSubstr("1. zwrot kosztów (pl): translate en/billing/refund"));
  EXPECT_THAT(text, HasSubstr("fallback: 12 (Refunds)"));
  EXPECT_THAT(text, HasSubstr("asked: zwrot kosztów (30 customers)"));
  EXPECT_THAT(text, HasSubstr("4 wordings of fewer than 5 customers are not shown"));
  EXPECT_THAT(text, Not(HasSubstr("secret")));
}

TEST(GapReportText, SaysSoWhereThereIsNone) {
  GapReport report = sample_gap_report();
  report.gaps.clear();
  EXPECT_THAT(to_text(report), HasSubstr("No gap was found."));
}

// A query with an escape sequence cleared the terminal of whoever printed the report.
TEST(GapReportText, LetsNoQuerySteerTheTerminal) {
  GapReport report = sample_gap_report();
  report.gaps.front().label = "a\x1b[2Jb";
  EXPECT_THAT(to_text(report), Not(HasSubstr("\x1b")));
}

// A customer's whole message was the label, and the table ten screens wide.
TEST(GapReportText, CutsALongNameInTheTableBetweenLetters) {
  struct Case {
    int letters;
    int kept;
    std::string end;
  };
  for (const auto& [letters, kept, end] : {Case{59, 59, " "}, {60, 60, " "}, {61, 59, "…"}}) {
    GapReport report = sample_gap_report();
    std::string& label = report.gaps.front().label;
    label.clear();
    std::string shown = "1. ";
    for (int i = 0; i < letters; ++i) label += "ż";
    for (int i = 0; i < kept; ++i) shown += "ż";
    const std::string text = to_text(report);
    EXPECT_THAT(text, HasSubstr("  " + shown + end)) << letters;
    EXPECT_THAT(text, HasSubstr("1. " + label + " (pl)")) << "whole, where there is room";
  }
}

TEST(GapReportText, CutsALongListAndSaysSo) {
  GapReport report = sample_gap_report();
  report.gaps.resize(55, report.gaps.back());
  EXPECT_THAT(to_text(report), HasSubstr("… and 15 more: see --format csv"));
}

}  // namespace
}  // namespace kb::insights
