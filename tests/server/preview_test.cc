#include "server/preview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/durable_file.h"
#include "core/index/generation.h"
#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kFindings = R"({"findings": [
    {"severity": "hint", "line": 2, "what": "long", "hint": "cut it", "lang": "en", "id": "a"},
    {"severity": "error", "line": 9, "what": "gone", "lang": "en", "id": "a"},
    {"severity": "warning", "line": 7, "what": "stale", "lang": "en", "id": "a"},
    {"severity": "error", "line": 3, "what": "wrong", "lang": "en", "id": "a"},
    {"severity": "error", "line": 1, "what": "elsewhere", "lang": "ro", "id": "a"},
    {"severity": "error", "line": 1, "what": "of no article", "file": "categories.yaml"}]})";

class Previews : public testing::Test {
 protected:
  Previews() {
    center.is_preview = true;
    center.start();
    center.site.write("en/a.md", "# A\n\nText.\n");
    center.site.write("en/b.md", "# B\n\nText.\n");
    center.site.write("ro/a.md", "# A\n\nText.\n");
    center.publish();
  }

  // As kb-index watch does after a build.
  void check(std::string_view results) {
    const auto folder = center.site.live()->folder();
    ASSERT_TRUE(write_durably(folder / index::kCheckFile, std::string(results)));
  }

  // "error 3 wrong" of each; "unknown" where nothing was checked.
  std::vector<std::string> findings(const std::string& lang, const std::string& id) const {
    const auto found = preview.findings(lang, id);
    if (!found) return {"unknown"};
    std::vector<std::string> lines;
    for (const auto& finding : *found)
      lines.push_back(finding.severity + " " + std::to_string(finding.line) + " " + finding.what +
                      (finding.hint.empty() ? "" : "; " + finding.hint));
    return lines;
  }

  HelpCenterFixture center;
  const Preview preview{center.site.index()};
};

TEST_F(Previews, TellWhatWasFoundInAnArticleWorstFirst) {
  EXPECT_THAT(findings("en", "a"), ElementsAre("unknown"));
  check(kFindings);
  EXPECT_THAT(findings("en", "a"), ElementsAre("error 3 wrong", "error 9 gone", "warning 7 stale",
                                               "hint 2 long; cut it"));
  EXPECT_THAT(findings("ro", "a"), ElementsAre("error 1 elsewhere"));
  EXPECT_THAT(findings("en", "b"), IsEmpty());
}

TEST_F(Previews, FollowEachCheckAndBuild) {
  const auto before = preview.state();
  EXPECT_EQ(preview.state(), before);
  check(kFindings);
  const auto checked = preview.state();
  EXPECT_NE(checked, before);
  EXPECT_THAT(findings("en", "a"), testing::SizeIs(4));
  check(R"({"findings": []})");
  EXPECT_NE(preview.state(), checked);
  EXPECT_THAT(findings("en", "a"), IsEmpty());
  center.site.write("en/a.md", "# A\n\nMended.\n");
  center.publish();
  EXPECT_NE(preview.state(), before);
  EXPECT_THAT(findings("en", "a"), ElementsAre("unknown")) << "this text was not checked yet";
}

// What is no report threw, and took the page with it.
TEST_F(Previews, KnowNothingWhereTheReportIsDamaged) {
  for (const char* damaged : {"", "{", "[]", "null", "{}", R"({"findings": 3})",
                              R"({"findings": ["x"]})", R"({"findings": [{"line": "two"}]})",
                              R"({"findings": [{"what": 1, "lang": "en", "id": "a"}]})"}) {
    check(damaged);
    const auto found = findings("en", "a");
    EXPECT_TRUE(found.empty() || found == std::vector<std::string>{"unknown"}) << damaged;
    EXPECT_EQ(center.get("/en/a/a").status, 200) << damaged;
  }
}

TEST_F(Previews, ShowTheFindingsBesideTheText) {
  EXPECT_THAT(center.get("/en/a/a").body, Not(HasSubstr("class=\"findings\"")));
  check(kFindings);
  const auto page = center.get("/en/a/a").body;
  EXPECT_THAT(page, HasSubstr("4 things to mend"));
  EXPECT_THAT(page, HasSubstr("cut it"));
  EXPECT_THAT(page, Not(HasSubstr("elsewhere")));
  EXPECT_THAT(center.get("/en/a/b").body, HasSubstr("There is nothing to mend"));
}

TEST_F(Previews, SayWhenToLoadThePageAnew) {
  const auto state = center.get("/preview/state");
  EXPECT_EQ(state.status, 200);
  EXPECT_EQ(state.body, preview.state() + "\n");
  EXPECT_EQ(state.cache_control, "no-cache");
  // A page that asked only a second later took what had been saved meanwhile for its own.
  EXPECT_THAT(center.get("/en/").body, HasSubstr("data-preview-state=\"/preview/state\" "
                                                 "data-preview-made=\"" +
                                                 preview.state() + "\""));
}

TEST_F(Previews, AreNotForSearchEngines) {
  for (const auto* path : {"/en/", "/en/a/a", "/en/search?q=text", "/en/search", "/en/a/nothing",
                           "/nothing", "/en/a/a.md"})
    EXPECT_THAT(header(center.get(path), "X-Robots-Tag"), HasSubstr("noindex")) << path;
  EXPECT_EQ(center.get("/robots.txt").body, "User-agent: *\nDisallow: /\n");
}

TEST_F(Previews, AreNotWhatCustomersSee) {
  check(kFindings);
  center.is_preview = false;
  center.start();
  center.refresh();
  EXPECT_EQ(center.get("/preview/state").status, 404);
  const auto page = center.get("/en/a/a");
  EXPECT_EQ(header(page, "X-Robots-Tag"), "");
  const auto body = page.body.substr(page.body.find("</style>"));
  for (const auto* word : {"preview", "things to mend", "cut it"})
    EXPECT_THAT(body, Not(HasSubstr(word))) << word;
}

TEST(PreviewOfNoIndex, SaysSo) {
  const TemporaryFolder folder;
  const Preview preview(folder.path());
  EXPECT_FALSE(preview.findings("en", "a"));
  EXPECT_THAT(preview.state(), HasSubstr("none"));
}

}  // namespace
}  // namespace kb
