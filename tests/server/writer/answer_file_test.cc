#include "server/writer/answer_file.h"

#include <gtest/gtest.h>

#include "indexer/front_matter.h"

namespace kb {
namespace {

constexpr Time kNow{std::chrono::seconds(1'790'000'000)};  // 2026-09-21

FileFacts facts(std::string title = "Where is my parcel?") {
  return {.title = std::move(title),
          .category = "delivery",
          .updated = kNow,
          .owner = "ana",
          .origin = {.ticket = "zendesk/1042", .asked = 80, .approved_by = {"ana", "mihai"}}};
}

TEST(MarkdownFile, SaysWhereItComesFrom) {
  EXPECT_EQ(markdown_file(facts(), "On its way."),
            "---\n"
            "title: \"Where is my parcel?\"\n"
            "category: \"delivery\"\n"
            "updated: 2026-09-21\n"
            "owner: \"ana\"\n"
            "origin: {ticket: \"zendesk/1042\", asked: 80, approved_by: [\"ana\",\"mihai\"]}\n"
            "---\n\n"
            "On its way.\n");
}

TEST(MarkdownFile, SaysWhatItIsFoundBy) {
  const FileFacts plain{.title = "Refunds",
                        .keywords = {"money back", "a: \"b\""},
                        .updated = kNow,
                        .owner = "ana",
                        .draft = true,
                        .source_revision = "4f1d8a90c2b3"};
  EXPECT_EQ(markdown_file(plain, "Text."),
            "---\n"
            "title: \"Refunds\"\n"
            "keywords: [\"money back\",\"a: \\\"b\\\"\"]\n"
            "updated: 2026-09-21\n"
            "owner: \"ana\"\n"
            "draft: true\n"
            "source_revision: \"4f1d8a90c2b3\"\n"
            "---\n\n"
            "Text.\n");
}

// A build reads it as any other: the origin is a key that it does not know.
TEST(MarkdownFile, IsReadByTheBuild) {
  const auto text = markdown_file(facts(), "On its way.");
  const auto front = read_front_matter(text);
  ASSERT_TRUE(front) << to_line(front.error());
  EXPECT_TRUE(front->problems.empty());
  EXPECT_EQ(front->facts.title, "Where is my parcel?");
  EXPECT_EQ(front->facts.category, "delivery");
  EXPECT_EQ(front->facts.owner, "ana");
  EXPECT_FALSE(front->facts.draft);
}

class Titles : public testing::TestWithParam<std::string> {};
TEST_P(Titles, StayTitles) {
  const auto text = markdown_file(facts(GetParam()), "On its way.");
  const auto front = read_front_matter(text);
  ASSERT_TRUE(front) << to_line(front.error());
  EXPECT_TRUE(front->problems.empty());
  EXPECT_EQ(front->facts.title, GetParam());
  EXPECT_FALSE(front->facts.draft);
  EXPECT_EQ(front->facts.audience, Audience::everyone);
  EXPECT_EQ(text.substr(front->body_offset).find("audience"), std::string::npos);
}
INSTANTIATE_TEST_SUITE_P(Awkward, Titles,
                         testing::Values("It's \"broken\"", "a: b # c", "x\\", "- list", "{a: b}",
                                         "Gdzie jest „moja” paczka?", "x\"\naudience: agents\n---",
                                         "!!binary x", "<script>alert(1)</script>", "null"));

TEST(MarkdownFile, OfADraftNamesTheArticle) {
  auto draft = facts();
  draft.draft = true;
  draft.merge_into = "en/billing/refund";
  draft.origin.approved_by.clear();
  const auto text = markdown_file(draft, "text\n");
  EXPECT_NE(text.find("draft: true\nmerge_into: \"en/billing/refund\"\norigin: {ticket: "
                      "\"zendesk/1042\", asked: 80}\n"),
            std::string::npos);
}

struct PlainCase {
  const char *text, *markdown;
};
class PlainMarkdown : public testing::TestWithParam<PlainCase> {};
TEST_P(PlainMarkdown, ShowsTheTextAsItIs) {
  EXPECT_EQ(plain_markdown(GetParam().text), GetParam().markdown);
}
INSTANTIATE_TEST_SUITE_P(
    Texts, PlainMarkdown,
    testing::Values(PlainCase{"Wi-Fi (E-1042)?", "Wi-Fi (E-1042)?\n"},
                    PlainCase{"# no\n- heading", "\\# no\n\\- heading\n"},
                    PlainCase{"1. first\n2) second\n3 third", "1\\. first\n2\\) second\n3 third\n"},
                    PlainCase{":::agents", "\\:::agents\n"}, PlainCase{"    code", "code\n"},
                    PlainCase{"<b>[x](y)*_`", "\\<b>\\[x\\](y)\\*\\_\\`\n"},
                    PlainCase{"---\n===", "\\---\n\\===\n"}, PlainCase{"", ""}));

TEST(QuotedMarkdown, KeepsParagraphsTogether) {
  EXPECT_EQ(quoted_markdown("One\n\n> two"), "> One\n>\n> \\> two\n");
  EXPECT_EQ(quoted_markdown(""), "");
}

}  // namespace
}  // namespace kb
