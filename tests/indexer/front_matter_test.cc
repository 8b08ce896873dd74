#include "indexer/front_matter.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "core/base/date.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

FrontMatter read(const std::string& yaml) {
  auto front = read_front_matter("---\n" + yaml + "\n---\nBody\n");
  EXPECT_TRUE(front) << to_line(front.error());
  return front ? *front : FrontMatter{};
}

TEST(FrontMatter, KnowsEveryKey) {
  const auto front = read(
      "title: 2024\nsummary: yes\ncategory: billing\ntags: [a, b]\nkeywords: money back, refund\n"
      "stage: buy\napplies_to: {plan: [home, studio], platform: ios}\naudience: agents\n"
      "contexts: /billing\nupdated: 2026-03-14\nowner: Ana\nredirect_from: [old/a]\n"
      "source_revision: 2025-11-03\ndraft: true\nunlisted: Yes\npublish_at: 2026-01-01\n"
      "expires_at: 2027-01-01\nunknown: {x: 1}");
  const ArticleFacts& facts = front.facts;
  EXPECT_EQ(facts.title, "2024");
  EXPECT_EQ(facts.summary, "yes");
  EXPECT_EQ(facts.category, "billing");
  EXPECT_THAT(facts.tags, ElementsAre("a", "b"));
  EXPECT_THAT(facts.keywords, ElementsAre("money back", "refund"));
  EXPECT_THAT(facts.applies_to, ElementsAre("plan:home", "plan:studio", "platform:ios"));
  EXPECT_EQ(facts.audience, Audience::agents);
  EXPECT_THAT(facts.contexts, ElementsAre("/billing"));
  EXPECT_EQ(iso_date(*facts.updated), "2026-03-14");
  EXPECT_EQ(facts.source_revision, "2025-11-03");
  EXPECT_TRUE(facts.draft);
  EXPECT_TRUE(facts.unlisted);
  EXPECT_EQ(iso_date(*facts.expires_at), "2027-01-01");
  EXPECT_THAT(front.problems, IsEmpty());
}

TEST(FrontMatter, ReadsOtherGeneratorsAsTheyAre) {
  const auto hugo = read(
      "date: 2025-01-01\nlastmod: 2025-02-02\ndescription: D\ncategories: [c, d]\n"
      "aliases: [/old]\npublishDate: 2025-03-03\nexpiryDate: 2025-04-04");
  EXPECT_EQ(iso_date(*hugo.facts.updated), "2025-02-02");
  EXPECT_EQ(hugo.facts.summary, "D");
  EXPECT_EQ(hugo.facts.category, "c");
  EXPECT_THAT(hugo.facts.redirect_from, ElementsAre("/old"));
  EXPECT_EQ(iso_date(*hugo.facts.publish_at), "2025-03-03");
  const auto docusaurus =
      read("last_update: {date: 2025-05-05}\ntags: [{label: L, permalink: /l}]\nslug: [x]");
  EXPECT_EQ(iso_date(*docusaurus.facts.updated), "2025-05-05");
  EXPECT_THAT(docusaurus.facts.tags, ElementsAre("L"));
}

struct OrderCase {
  std::string_view yaml;
  std::optional<int> order;
  std::string_view problem = {};
};
class FrontMatterOrder : public testing::TestWithParam<OrderCase> {};
TEST_P(FrontMatterOrder, IsAWholeNumber) {
  const auto front = read(std::string(GetParam().yaml));
  EXPECT_EQ(front.facts.order, GetParam().order);
  EXPECT_EQ(front.problems.empty() ? "" : front.problems[0].what, GetParam().problem);
}
INSTANTIATE_TEST_SUITE_P(
    Keys, FrontMatterOrder,
    testing::Values(OrderCase{"title: a", std::nullopt}, OrderCase{"order: 3", 3},
                    OrderCase{"order: -2", -2}, OrderCase{"order: '4'", 4},
                    OrderCase{"order: 3.5", 3}, OrderCase{"order: 1e3", 1000},
                    OrderCase{"sidebar_position: 2.9", 2}, OrderCase{"sidebar_position: -0.5", -1},
                    OrderCase{"weight: 30", 30}, OrderCase{"order:", std::nullopt},
                    OrderCase{"order: 1\nsidebar_position: 2\nweight: 3", 1},
                    OrderCase{"sidebar_position: 2\nweight: 3", 2}));
INSTANTIATE_TEST_SUITE_P(
    Mistakes, FrontMatterOrder,
    testing::Values(
        OrderCase{"order: first", {}, "front matter: `order` is no number up to a million"},
        OrderCase{"order: [1]", {}, "front matter: `order` is no number up to a million"},
        OrderCase{"order: 1 2", {}, "front matter: `order` is no number up to a million"},
        OrderCase{"order: nan", {}, "front matter: `order` is no number up to a million"},
        OrderCase{"weight: 1e300", {}, "front matter: `weight` is no number up to a million"},
        OrderCase{"order: x\nweight: 7", 7, "front matter: `order` is no number up to a million"}));

TEST(FrontMatter, ReadsADayForAReview) {
  EXPECT_EQ(iso_date(*read("review_by: 2027-03-01").facts.review_by), "2027-03-01");
  const auto front = read("title: a\nreview_by: in spring");
  EXPECT_FALSE(front.facts.review_by);
  ASSERT_EQ(front.problems.size(), 1U);
  EXPECT_EQ(front.problems[0].where, ":3");
}

TEST(FrontMatter, KnowsTheLinesOfItsKeys) {
  const auto front = read("title: a\nkeywords:\n  - b\n  - c\n[x]: y\nlastmod: 2026-01-01");
  EXPECT_EQ(front.line_of("title"), 2);
  EXPECT_EQ(front.line_of("lastmod"), 7);
  EXPECT_EQ(front.line_of("updated"), 1);
  EXPECT_EQ(read_front_matter("No front matter.")->line_of("title"), 1);
}

TEST(FrontMatter, FindsTheBody) {
  struct Case {
    std::string_view text, body;
    int line;
  };
  for (const Case& c : {Case{"Hi", "Hi", 1}, Case{"", "", 1}, Case{"---\n---\nHi", "Hi", 3},
                        Case{"\xEF\xBB\xBF---\r\ntitle: a\r\n---\r\nHi", "Hi", 4},
                        Case{"----\nHi", "----\nHi", 1}, Case{"---\na: b\n---", "", 4}}) {
    const auto front = read_front_matter(c.text);
    ASSERT_TRUE(front) << c.text;
    EXPECT_EQ(c.text.substr(front->body_offset), c.body);
    EXPECT_EQ(front->body_line, c.line);
  }
}

TEST(FrontMatter, KeepsWhatIsRightBesideWhatIsWrong) {
  const auto front = read("title: [a]\nupdated: soon\ndraft: maybe\nowner: Ana");
  ASSERT_EQ(front.problems.size(), 3U);
  EXPECT_EQ(front.problems[0].where, ":2");
  EXPECT_EQ(front.problems[1].where, ":3");
  EXPECT_EQ(front.facts.owner, "Ana");
  EXPECT_TRUE(front.facts.title.empty());
}

// A mistyped audience ("agent-only") published the article to everyone.
TEST(FrontMatter, HidesAnUnknownAudience) {
  const auto front = read("audience: staff");
  EXPECT_EQ(front.facts.audience, Audience::agents);
  EXPECT_EQ(front.problems.size(), 1U);
}

TEST(FrontMatter, RefusesWhatItCannotRead) {
  std::string bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char c = 'b'; c < 'i'; ++c) {
    const std::string last(1, static_cast<char>(c - 1));
    bomb += std::string(1, c) + ": &" + c + " [*" + last + ", *" + last + ", *" + last + ", *" +
            last + "]\n";
  }
  std::string dashes, brackets(5000, '[');
  for (int i = 0; i < 5000; ++i) dashes += "- ";
  for (const std::string& text :
       {std::string("+++\ntitle = 1\n+++\n"), std::string("---\ntitle: a"),
        std::string("---\ntitle: a: b\n---\n"), std::string("---\n- a\n---\n"),
        "---\n" + bomb + "---\n", "---\na: " + brackets + "\n---\n", "---\n" + dashes + "\n---\n",
        "---\n" + std::string(70000, '#') + "\n---\n"}) {
    const auto front = read_front_matter(text);
    ASSERT_FALSE(front) << text.substr(0, 40);
    EXPECT_THAT(front.error().where, HasSubstr(":"));
    EXPECT_FALSE(front.error().hint.empty());
  }
}

}  // namespace
}  // namespace kb
