#include "server/agent/article_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

struct Case {
  std::string_view message, title;
};
class DraftTitle : public testing::TestWithParam<Case> {};

TEST_P(DraftTitle, IsTheFirstSentenceThatSaysSomething) {
  EXPECT_EQ(draft_title(GetParam().message), GetParam().title);
}

INSTANTIATE_TEST_SUITE_P(
    Messages, DraftTitle,
    testing::Values(Case{"Hello,\nmy refund has not come. What now?", "my refund has not come"},
                    Case{"Dzień dobry!\nZwrot nie doszedł na kartę", "Zwrot nie doszedł na kartę"},
                    Case{"Hub offline", "Hub offline"}, Case{"", ""}, Case{"???\n\n!", ""},
                    Case{"the hub that we bought in the spring for the cabin by the lake has been "
                         "offline since Monday",
                         "the hub that we bought in the spring for the cabin by the lake has been "
                         "offline"}));

TEST(ArticleDraft, HasItsFrontMatterFilledIn) {
  EXPECT_EQ(
      article_draft({.title = "Zwrot na inną kartę",
                     .keywords = {"zwrot", "karta"},
                     .category = "billing",
                     .lang = "pl",
                     .owner = "ana",
                     .ticket = "zendesk/3",
                     .updated = Time{std::chrono::seconds{1'767'225'600}},
                     .question = "Czy na inną kartę?",
                     .answers = {"Nie."}}),
      "---\ntitle: \"Zwrot na inną kartę\"\nkeywords: [\"zwrot\", \"karta\"]\n"
      "category: \"billing\"\nlang: \"pl\"\nowner: \"ana\"\nupdated: 2026-01-01\n"
      "draft: true\norigin: {ticket: \"zendesk/3\"}\n---\n\n> Czy na inną kartę?\n\n> Nie.\n");
}

TEST(ArticleDraft, CannotBeBrokenOutOf) {
  const auto draft = article_draft({.title = "a\"\n---\ndraft: false\\",
                                    .lang = "en",
                                    .question = "---\n<script>x</script>\n:::agents"});
  EXPECT_THAT(draft, HasSubstr("title: \"a\\\" --- draft: false\\\\\"\n"));
  EXPECT_THAT(draft, Not(HasSubstr("\ndraft: false")));
  EXPECT_THAT(draft, HasSubstr("> ---\n> \\<script\\>x\\</script\\>\n> :::agents\n"));
}

TEST(DraftFileName, IsMadeOfTheTitle) {
  EXPECT_EQ(draft_file_name("Zwrot na kartę"), "zwrot-na-kartę.md");
  EXPECT_EQ(draft_file_name("???"), "draft.md");
}

}  // namespace
}  // namespace kb
