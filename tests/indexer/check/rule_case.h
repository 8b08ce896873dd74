// Tables of content and of what kb-index check says of it: how each rule is tested.
//
//   class Links : public RuleTest {};
//   TEST_P(Links, AreHeldAgainstTheRules) { expect_findings({rules::broken_link}); }
//   INSTANTIATE_TEST_SUITE_P(Some, Links, testing::Values(RuleCase{
//       {{"en/a.md", "# A\n\n[b](b.md)\n"}},
//       {"en/a.md:3: error: the link 'b.md' leads to no article; … [broken-link]"}}));
//
// The site's default language is English, the time that of SiteInFolder. Paths are below its
// content.

#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <ostream>
#include <string>
#include <vector>

#include "indexer/check/check_report.h"
#include "tests/site_in_folder.h"

namespace kb {

struct ContentFile {
  std::string path, text;
};

struct RuleCase {
  std::vector<ContentFile> files;
  std::vector<std::string> findings;
};
std::ostream& operator<<(std::ostream& out, const RuleCase& rule_case);

CheckReport check_site(const SiteInFolder& site);

// As text, those of the rules named.
std::vector<std::string> findings_of(const SiteInFolder& site, std::initializer_list<Rule> rules);

class RuleTest : public testing::TestWithParam<RuleCase> {
 protected:
  void expect_findings(std::initializer_list<Rule> rules);

  SiteInFolder site;
};

}  // namespace kb
