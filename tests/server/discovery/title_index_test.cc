#include "server/discovery/title_index.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/help_center_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;

class TitleCompletion : public testing::Test {
 protected:
  TitleCompletion() {
    write({"Reset your password", "Password: reset by e-mail", "How to reset", "Reset", "Plăți",
           "Gewährleistung", "The “Zürich” hub", "返金について"});
  }

  void write(const std::vector<std::string>& titles) {
    for (const auto& title : titles)
      center.site.write("en/" + std::to_string(++written) + ".md",
                        "---\ntitle: '" + title + "'\n---\nText.\n");
    center.publish();
  }

  std::vector<std::string> complete(const std::string& typed, std::size_t limit = 8) {
    const auto shelves =
        center.center().shelves.shelves(center.site.config, center.searchers().generation(), "en",
                                        Audience::everyone, center.site.clock.now());
    std::vector<std::string> titles;
    for (const auto* row : index.complete(shelves, "en", typed, limit))
      titles.push_back(row->title);
    return titles;
  }

  HelpCenterFixture center;
  TitleIndex index;
  int written = 0;
};

TEST_F(TitleCompletion, PutsTitlesThatBeginSoFirstThenTheShorter) {
  EXPECT_THAT(complete("reset"), ElementsAre("Reset", "Reset your password", "How to reset",
                                             "Password: reset by e-mail"));
  EXPECT_THAT(complete("reset", 2), ElementsAre("Reset", "Reset your password"));
  EXPECT_THAT(complete("res"), testing::SizeIs(4));
  EXPECT_THAT(complete("eset"), ElementsAre()) << "inside a word";
  EXPECT_THAT(complete("reset your p"), ElementsAre("Reset your password"));
}

TEST_F(TitleCompletion, TakesNoHeedOfCaseAndAccents) {
  for (const auto* typed : {"plati", "PLĂȚI", "plăţi", "Plati"})
    EXPECT_THAT(complete(typed), ElementsAre("Plăți")) << typed;
  EXPECT_THAT(complete("gewahr"), ElementsAre("Gewährleistung"));
  EXPECT_THAT(complete("返金"), ElementsAre("返金について"));
}

// "password reset" was not found in "Password: reset by e-mail": the mark became a second space.
TEST_F(TitleCompletion, TakesNoHeedOfPunctuationAndSpaces) {
  for (const auto* typed : {"password reset", "password:  reset", " password reset ",
                            "Password: reset by e-m", "password, (reset)"})
    EXPECT_THAT(complete(typed), ElementsAre("Password: reset by e-mail")) << typed;
  EXPECT_THAT(complete("mail"), ElementsAre("Password: reset by e-mail"));
}

TEST_F(TitleCompletion, OffersNothingForNothing) {
  for (const auto* typed : {"", " ", "-", "...", "xyzzy", "\xff"})
    EXPECT_THAT(complete(typed), ElementsAre()) << typed;
}

TEST_F(TitleCompletion, FollowsWhatIsPublished) {
  EXPECT_THAT(complete("zebra"), ElementsAre());
  write({"Zebra"});
  EXPECT_THAT(complete("zebra"), ElementsAre("Zebra"));
  index.clear();
  EXPECT_THAT(complete("zebra"), ElementsAre("Zebra"));
}

}  // namespace
}  // namespace kb
