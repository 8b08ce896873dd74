#include "tests/indexer/check/rule_case.h"

#include <algorithm>

#include "indexer/check/check.h"

namespace kb {
namespace {

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at))
    text.erase(at, part.size());
  return text;
}

}  // namespace

std::ostream& operator<<(std::ostream& out, const RuleCase& rule_case) {
  for (const auto& file : rule_case.files) out << "\n" << file.path << ":\n" << file.text;
  return out;
}

CheckReport check_site(const SiteInFolder& site) {
  Progress silent(stderr, Progress::Style::silent);
  auto report = check(site.config, site.clock, silent);
  EXPECT_TRUE(report) << to_line(report.error());
  return report ? std::move(*report) : CheckReport{};
}

std::vector<std::string> findings_of(const SiteInFolder& site, std::initializer_list<Rule> rules) {
  auto report = check_site(site);
  std::erase_if(report.findings, [&](const Finding& finding) {
    return std::none_of(rules.begin(), rules.end(),
                        [&](const Rule& rule) { return rule.name == finding.rule; });
  });
  auto lines = text_lines(report, Hints::all);
  for (auto& line : lines) line = without(line, site.content().string() + "/");
  return lines;
}

void RuleTest::expect_findings(std::initializer_list<Rule> rules) {
  for (const auto& file : GetParam().files) site.write(file.path, file.text);
  EXPECT_EQ(findings_of(site, rules), GetParam().findings);
}

}  // namespace kb
