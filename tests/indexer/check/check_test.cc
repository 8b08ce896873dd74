#include "indexer/check/check.h"

#include <gmock/gmock.h>

#include <filesystem>

#include "tests/indexer/check/rule_case.h"
#include "tests/indexer/sample_content.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

class Check : public testing::Test {
 protected:
  SiteInFolder site;
};

TEST_F(Check, FindsNothingWhereNothingIsWrong) {
  site.write("en/a.md", "---\ntitle: A\nsummary: S\n---\nText.\n");
  site.write("ro/a.md", "---\ntitle: A\nsummary: S\n---\nText.\n");
  const auto report = check_site(site);
  EXPECT_THAT(text_lines(report, Hints::all), IsEmpty());
  EXPECT_THAT(report.articles, ElementsAre(Pair("en", 1), Pair("ro", 1)));
}

TEST_F(Check, WritesNothing) {
  write_many(site, 10);
  check_site(site);
  EXPECT_FALSE(std::filesystem::exists(site.index()));
}

TEST_F(Check, TellsOfFilesThatCannotBeRead) {
  site.write("en/big.md", std::string(3 << 20, 'x'));
  site.write("en/blank.md", " \n\t\n");
  site.write("en/latin.md", "---\ntitle: T\n---\nText.\nCaf\xE9\n");
  site.write("en/deep.md", std::string(100, '>') + " a\n");
  EXPECT_THAT(findings_of(site, {rules::unreadable, rules::empty_file}),
              ElementsAre(HasSubstr("en/big.md:1: error: is larger than"),
                          "en/blank.md:1: error: is empty; write the article, or delete the file "
                          "[empty-file]",
                          HasSubstr("en/deep.md:1: error: lists nested deeper than 60 levels"),
                          HasSubstr("en/latin.md:5: error: not UTF-8: byte 0xE9")));
}

TEST_F(Check, TellsOfFilesInNoPlace) {
  site.write("en/a.md", "Text.");
  site.write("en/a.mdx", "Text.");
  site.write("imgs/b.md", "Text.");
  std::filesystem::create_symlink("/etc/hostname", site.content() / "en/out.md");
  EXPECT_THAT(
      findings_of(site, {rules::duplicate_id, rules::source}),
      ElementsAre("en/a.mdx:1: error: has the id 'a' of en/a.md; rename one of the two files "
                  "[duplicate-id]",
                  HasSubstr("en/out.md:1: error: the symbolic link leads out of the source"),
                  HasSubstr("imgs:1: error: 'imgs' is no language tag")));
  for (const auto& finding : check_site(site).findings)
    if (finding.rule == rules::duplicate_id.name) {
      EXPECT_EQ(finding.place.lang, "en");
      EXPECT_EQ(finding.place.id, "a");
    }
}

TEST_F(Check, FailsWhereThereIsNothingToRead) {
  site.config.sources[0].path = site.folder() / "nowhere";
  Progress silent(stderr, Progress::Style::silent);
  const auto report = check(site.config, site.clock, silent);
  ASSERT_FALSE(report);
  EXPECT_THAT(report.error().what, HasSubstr("no article found: "));
}

// Many workers, one result.
TEST_F(Check, FindsTheSameEachTime) {
  write_many(site, 300);
  for (int i = 0; i < 200; ++i)
    site.write("en/bad" + std::to_string(i) + ".md", "[a](gone" + std::to_string(i) + ".md)\n");
  const auto first = text_lines(check_site(site), Hints::all);
  EXPECT_GT(first.size(), 500U);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(text_lines(check_site(site), Hints::all), first);
}

}  // namespace
}  // namespace kb
