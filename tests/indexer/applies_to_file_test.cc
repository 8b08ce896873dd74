#include "indexer/applies_to_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class AppliesToFiles : public testing::Test {
 protected:
  AppliesToFile read(const std::string& yaml) {
    site.write(kAppliesToFile, yaml);
    return read_applies_to(site.config);
  }
  SiteInFolder site;
};

// "platform: ios android" of each.
std::vector<std::string> lines_of(const AppliesToFile& found) {
  std::vector<std::string> lines;
  for (const auto& axis : found.axes) {
    lines.push_back(axis.key + ":");
    for (const auto& value : axis.values) lines.back() += " " + value.key;
  }
  return lines;
}

TEST_F(AppliesToFiles, ListAxesAndValuesInTheirOrder) {
  const auto found = read(
      "plan:\n"
      "  name: {en: Plan, RO: Abonament}\n"
      "  values:\n"
      "    studio: {en: Studio}\n"
      "    free: {en: Free, pt_br: Grátis}\n"
      "platform:\n"
      "  name: Device\n"
      "  values: {ios: iPhone, android: Android, web: }\n");
  EXPECT_THAT(found.problems, IsEmpty());
  EXPECT_THAT(lines_of(found), ElementsAre("plan: studio free", "platform: ios android web"));
  EXPECT_EQ(found.axes[0].name_in("ro", "en"), "Abonament");
  EXPECT_EQ(found.axes[0].values[1].name_in("pt-BR", "en"), "Grátis");
  EXPECT_EQ(found.axes[1].name_in("ro", "en"), "Device");
  EXPECT_EQ(found.axes[1].values[0].name_in("ro", "en"), "iPhone");
  EXPECT_EQ(found.axes[1].values[2].name_in("ro", "en"), "Web");
}

TEST_F(AppliesToFiles, NeedNotBe) {
  EXPECT_THAT(read_applies_to(site.config).axes, IsEmpty());
  EXPECT_THAT(read_applies_to(site.config).problems, IsEmpty());
  EXPECT_THAT(read("").problems, IsEmpty());
  EXPECT_THAT(read("# nothing yet\n").axes, IsEmpty());
}

struct Bad {
  std::string yaml, line, what;
};
class BadAppliesToFiles : public AppliesToFiles, public testing::WithParamInterface<Bad> {};

TEST_P(BadAppliesToFiles, SayWhere) {
  const auto found = read(GetParam().yaml);
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].where,
            (site.content() / kAppliesToFile).string() + ":" + GetParam().line);
  EXPECT_THAT(found.problems[0].what, HasSubstr(GetParam().what));
}

INSTANTIATE_TEST_SUITE_P(
    Files, BadAppliesToFiles,
    testing::Values(Bad{"just words\n", "1", "expected lists by their keys"},
                    Bad{"- ios\n", "1", "expected lists by their keys"},
                    Bad{"a: {values: {b: B}}\nplatform: ios\n", "2", "`platform` has no `values`"},
                    Bad{"platform: {name: Device}\n", "1", "`platform` has no `values`"},
                    Bad{"platform: {values: [ios]}\n", "1", "`platform` has no `values`"},
                    Bad{"platform:\n  values: {ios: A}\n  colour: red\n", "3",
                        "`platform`: unknown key `colour`"},
                    Bad{"platform:\n  values:\n    ios: {klingon: A}\n", "3",
                        "'klingon' is no language tag"},
                    Bad{"platform:\n  values:\n    ios: [A]\n", "3", "expected a name"},
                    Bad{"a: {values: {b: {en: [B]}}}\n", "1", "cannot be read"},
                    Bad{"a: {\nb: [\n", "3", "cannot be read"}));

TEST_F(AppliesToFiles, CountInSpiteOfABadNeighbour) {
  const auto found = read("a: {values: {b: B}}\nbad: 3\nc: {values: {d: {xx!: D, en: Dee}}}\n");
  EXPECT_EQ(found.problems.size(), 2U);
  EXPECT_THAT(lines_of(found), ElementsAre("a: b", "c: d"));
  EXPECT_EQ(found.axes[1].values[0].name_in("en", "en"), "Dee");
}

TEST_F(AppliesToFiles, OfTwoSourcesAreOneList) {
  auto& second = site.config.sources.emplace_back();
  second.path = site.folder() / "second";
  std::filesystem::create_directories(second.path);
  std::ofstream(second.path / kAppliesToFile)
      << "plan: {values: {pro: Pro}}\nregion: {values: {eu: EU}}\n";
  const auto found = read("plan: {values: {free: Free}}\n");
  EXPECT_THAT(lines_of(found), ElementsAre("plan: free", "region: eu"));
  ASSERT_EQ(found.problems.size(), 1U);
  EXPECT_EQ(found.problems[0].where, (second.path / kAppliesToFile).string() + ":1");
  EXPECT_THAT(found.problems[0].what, HasSubstr("another source lists `plan` already"));
}

TEST_F(AppliesToFiles, BelongToArticles) {
  site.config.sources[0].kind = SourceKind::answers;
  EXPECT_THAT(read("plan: {values: {free: Free}}\n").axes, IsEmpty());
}

}  // namespace
}  // namespace kb
