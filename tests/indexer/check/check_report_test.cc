#include "indexer/check/check_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Finding finding(const Rule& rule, std::string file, int line, std::string lang = "en") {
  return {rule.severity, rule.name, {std::move(file), line, std::move(lang), "id"}, "What", "hint"};
}

TEST(CheckReport, SortsHintsAfterAllElse) {
  std::vector<Finding> all = {finding(rules::missing_summary, "a.md", 1),
                              finding(rules::missing_translation, "a.md", 1, "ro"),
                              finding(rules::missing_translation, "b.md", 1, "de"),
                              finding(rules::missing_title, "b.md", 1),
                              finding(rules::broken_link, "b.md", 1),
                              finding(rules::broken_link, "a.md", 9),
                              finding(rules::expired, "a.md", 10)};
  sort_findings(all);
  std::vector<std::string> order;
  for (const auto& f : all)
    order.push_back(f.place.file + ":" + std::to_string(f.place.line) + " " + std::string(f.rule));
  EXPECT_THAT(order, ElementsAre("a.md:9 broken-link", "a.md:10 expired", "b.md:1 broken-link",
                                 "b.md:1 missing-title", "a.md:1 missing-summary",
                                 "b.md:1 missing-translation", "a.md:1 missing-translation"));
}

TEST(CheckReport, CountsAndSums) {
  CheckReport report;
  EXPECT_EQ(summary_line(report), "0 errors, 0 warnings, 0 hints in 0 articles, 0.0 s");
  report.findings = {finding(rules::broken_link, "a.md", 1), finding(rules::expired, "a.md", 1),
                     finding(rules::expired, "a.md", 2)};
  report.articles = {{"en", 1}};
  report.time = std::chrono::milliseconds(840);
  EXPECT_EQ(summary_line(report), "1 error, 2 warnings, 0 hints in 1 article, 0.8 s");
}

TEST(CheckReport, KeepsOneLanguageAndWhatIsInNone) {
  CheckReport report;
  report.findings = {finding(rules::broken_link, "a.md", 1, "en"),
                     finding(rules::broken_link, "b.md", 1, "ro"),
                     finding(rules::categories, "categories.yaml", 1, "")};
  report.articles = {{"en", 3}, {"ro", 2}};
  keep_language(report, "ro");
  EXPECT_EQ(report.findings.size(), 2U);
  EXPECT_EQ(report.article_count(), 2U);
}

TEST(CheckReport, IsJson) {
  CheckReport report;
  report.findings = {finding(rules::broken_link, "a\xFF.md", 12)};
  report.articles = {{"en", 3}};
  report.time = std::chrono::milliseconds(1500);
  const auto json = nlohmann::json::parse(to_json(report));
  EXPECT_EQ(json.at("errors"), 1);
  EXPECT_EQ(json.at("warnings"), 0);
  EXPECT_EQ(json.at("hints"), 0);
  EXPECT_EQ(json.at("articles"), 3);
  EXPECT_EQ(json.at("seconds"), 1.5);
  const auto& first = json.at("findings").at(0);
  EXPECT_EQ(first.at("severity"), "error");
  EXPECT_EQ(first.at("rule"), "broken-link");
  EXPECT_EQ(first.at("line"), 12);
  EXPECT_EQ(first.at("lang"), "en");
  EXPECT_EQ(first.at("id"), "id");
  EXPECT_EQ(first.at("what"), "What");
  EXPECT_EQ(first.at("hint"), "hint");
}

TEST(CheckReport, ShowsAFewHintsOfEachKind) {
  CheckReport report;
  for (int i = 1; i <= 7; ++i)
    report.findings.push_back(finding(rules::missing_translation, "a.md", i, "ro"));
  report.findings.push_back(finding(rules::missing_translation, "a.md", 8, "pl"));
  sort_findings(report.findings);
  const auto few = text_lines(report, Hints::few);
  ASSERT_EQ(few.size(), 7U);
  EXPECT_EQ(few[0], "a.md:8: hint: What; hint [missing-translation]");
  EXPECT_EQ(few[6], "… and 2 more missing-translation in ro (--all shows them)");
  EXPECT_EQ(text_lines(report, Hints::all).size(), 8U);
  EXPECT_EQ(github_lines(report, Hints::few, "/repo").back(),
            "::notice title=missing-translation::… and 2 more missing-translation in ro (--all "
            "shows them)");
}

TEST(CheckReport, ShowsAllErrorsAndWarnings) {
  CheckReport report;
  for (int i = 1; i <= 9; ++i) report.findings.push_back(finding(rules::expired, "a.md", i));
  EXPECT_EQ(text_lines(report, Hints::few).size(), 9U);
}

// A file's name could end the line, and with it the finding.
TEST(CheckReport, WritesEachFindingOnOneLine) {
  CheckReport report;
  report.findings = {finding(rules::expired, "a\nb\x1B[2J.md", 3)};
  EXPECT_EQ(text_lines(report, Hints::few)[0], "a b [2J.md:3: warning: What; hint [expired]");
}

TEST(GithubLines, AreWorkflowCommands) {
  CheckReport report;
  Finding bad = finding(rules::broken_link, "/repo/content/a,b:c.md", 4);
  bad.what = "100 %,\r\nreally: bad";
  bad.hint = {};
  report.findings = {bad, finding(rules::expired, "content/b.md", 1),
                     finding(rules::missing_summary, "/elsewhere/c.md", 1)};
  EXPECT_THAT(
      github_lines(report, Hints::few, "/repo"),
      ElementsAre("::error file=content/a%2Cb%3Ac.md,line=4,title=broken-link::100 "
                  "%25,%0D%0Areally: bad",
                  "::warning file=content/b.md,line=1,title=expired::What; hint",
                  "::notice file=/elsewhere/c.md,line=1,title=missing-summary::What; hint"));
}

}  // namespace
}  // namespace kb
