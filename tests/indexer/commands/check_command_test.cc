#include "indexer/commands/check_command.h"

#include <nlohmann/json.hpp>

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

TEST_F(IndexCommand, ChecksAndSaysWhatIsWrong) {
  site.write("en/a.md", "# A\n\n[b](gone.md)\n");
  const auto checked = run({"check"});
  EXPECT_EQ(checked.status, 1);
  EXPECT_THAT(checked.out, HasSubstr((site.content() / "en/a.md").string() +
                                     ":3: error: the link 'gone.md' leads to no article; "));
  EXPECT_THAT(checked.out, HasSubstr(" [broken-link]\n"));
  EXPECT_THAT(checked.err, HasSubstr("1 error, 0 warnings, 4 hints in 3 articles, "));
}

TEST_F(IndexCommand, ChecksWithoutErrors) {
  const auto checked = run({"check"});
  EXPECT_EQ(checked.status, 0);
  EXPECT_THAT(checked.out, HasSubstr("hint: has no summary"));
  site.write("en/a.md", "Text without a title.\n");
  EXPECT_EQ(run({"check"}).status, 0);
  EXPECT_EQ(run({"check", "--strict"}).status, 1);
}

TEST_F(IndexCommand, ChecksOneLanguage) {
  site.write("en/a.md", "# A\n\n[b](gone.md)\n");
  const auto checked = run({"check", "--lang", "RO"});
  EXPECT_EQ(checked.status, 0);
  EXPECT_THAT(checked.out, Not(HasSubstr("broken-link")));
  EXPECT_THAT(checked.out, HasSubstr("is not translated into Romanian"));
  EXPECT_THAT(checked.err, HasSubstr(" in 1 article, "));
}

TEST_F(IndexCommand, ChecksForPrograms) {
  site.write("en/a.md", "# A\n\n[b](gone.md)\n");
  const auto checked = run({"check", "--json"});
  EXPECT_EQ(checked.status, 1);
  const auto report = json::parse(checked.out);
  EXPECT_EQ(report.at("errors"), 1);
  EXPECT_EQ(report.at("articles"), 3);
  EXPECT_EQ(report.at("findings").at(0).at("rule"), "broken-link");
}

TEST_F(IndexCommand, ChecksForGithub) {
  site.write("en/a.md", "# A\n\n[b](gone.md)\n");
  const auto checked = run({"check", "--format", "github"});
  EXPECT_THAT(checked.out, HasSubstr("::error file="));
  EXPECT_THAT(checked.out, HasSubstr("en/a.md,line=3,title=broken-link::the link 'gone.md' "));
}

TEST_F(IndexCommand, ShowsAllHintsWhenAsked) {
  for (int i = 0; i < 8; ++i) site.write("en/" + std::to_string(i) + ".md", "# A\n\nText.\n");
  EXPECT_THAT(run({"check"}).out, HasSubstr("… and 3 more missing-translation in ro (--all"));
  const auto all = run({"check", "--all"}).out;
  EXPECT_THAT(all, Not(HasSubstr("more missing-translation")));
  EXPECT_THAT(all, HasSubstr("en/7.md:1: hint: is not translated into Romanian"));
}

}  // namespace
}  // namespace kb
