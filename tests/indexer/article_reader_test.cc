#include "indexer/article_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using std::chrono::hours;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};

ReadArticle article_of(const std::string& text, const std::string& id = "billing/late-refund",
                       Time now = kNow) {
  SourceFile file;
  file.path = "en/" + id + ".md";
  file.file = "content/en/" + id + ".md";
  file.lang = "en";
  file.id = id;
  return read_article(file, text, LinkResolver({}), now);
}

Article public_version(const std::string& text, const std::string& id = "billing/late-refund") {
  auto article = article_of(text, id);
  EXPECT_TRUE(article.public_version) << text;
  return article.public_version.value_or(Article{});
}

std::string front(const std::string& keys, const std::string& body = "Text.\n") {
  return "---\n" + keys + "\n---\n" + body;
}

TEST(ArticleReader, KnowsTheTitle) {
  EXPECT_EQ(public_version(front("title: Given", "# Heading\n")).facts.title, "Given");
  EXPECT_EQ(public_version("# Heading\n\nText.\n").facts.title, "Heading");
  EXPECT_EQ(public_version("Text.\n").facts.title, "Late refund");
  EXPECT_EQ(public_version("Text.\n", "faq").facts.title, "Faq");
}

TEST(ArticleReader, KnowsSummaryAndCategory) {
  EXPECT_EQ(public_version(front("summary: Given")).facts.summary, "Given");
  EXPECT_EQ(public_version("# A\n\nThe first sentence.\n").facts.summary, "The first sentence.");
  EXPECT_EQ(public_version(front("category: given")).facts.category, "given");
  EXPECT_EQ(public_version("Text.\n").facts.category, "billing");
  EXPECT_EQ(public_version("Text.\n", "faq").facts.category, "");
}

TEST(ArticleReader, GivesDraftsToWritersOnly) {
  for (const auto* keys :
       {"draft: true", "draft: true\naudience: agents", "draft: true\npublish_at: 2020-01-01",
        "publish_at: 2026-03-15", "publish_at: 2026-03-15\naudience: agents"}) {
    const auto article = article_of(front(keys, "Text.\n\n:::agents\nSecret.\n:::\n"));
    EXPECT_FALSE(article.public_version || article.agents_version || article.failed) << keys;
    EXPECT_THAT(article.problems, IsEmpty()) << keys;
    ASSERT_TRUE(article.draft) << keys;
    EXPECT_THAT(article.draft->body.html, HasSubstr("Text.")) << keys;
    EXPECT_THAT(article.draft->body.html, HasSubstr("Secret.")) << "as agents will read it";
  }
  EXPECT_FALSE(article_of(front("draft: false")).draft);
  EXPECT_FALSE(article_of(front("draft: true\nexpires_at: 2026-01-01")).draft);
}

// What a draft will do to searches is tried before it is published.
TEST(ArticleReader, PublishesDraftsToTryThem) {
  SourceFile file;
  file.path = "en/refund.md";
  file.lang = "en";
  file.id = "refund";
  const auto tried = [&](const std::string& keys) {
    return read_article(file, front(keys), LinkResolver({}), kNow, Drafts::published);
  };
  EXPECT_TRUE(tried("draft: true").public_version);
  EXPECT_TRUE(tried("publish_at: 2026-03-15").public_version);
  EXPECT_FALSE(tried("draft: true").draft);
  EXPECT_FALSE(tried("draft: true\naudience: agents").public_version);
  EXPECT_FALSE(tried("draft: true\nexpires_at: 2026-01-01").public_version);
}

// Its writer says when a draft is done, whatever date it has.
TEST(ArticleReader, WaitsForNoDateOfADraft) {
  EXPECT_EQ(article_of(front("draft: true\npublish_at: 2026-03-15")).next_change, std::nullopt);
  EXPECT_EQ(article_of(front("draft: true\nexpires_at: 2026-03-15")).next_change, std::nullopt);
}

TEST(ArticleReader, FollowsDates) {
  const std::string text = front("publish_at: 2026-03-15\nexpires_at: 2026-03-17");
  const auto visible = [&](Time now) {
    return article_of(text, "a", now).public_version.has_value();
  };
  const auto next = [&](Time now) { return article_of(text, "a", now).next_change; };
  const auto is_draft = [&](Time now) { return article_of(text, "a", now).draft.has_value(); };
  EXPECT_TRUE(is_draft(kNow));
  EXPECT_FALSE(is_draft(kNow + hours{24}));
  EXPECT_FALSE(is_draft(kNow + hours{72}));
  EXPECT_FALSE(visible(kNow));
  EXPECT_EQ(next(kNow), kNow + hours{24});
  EXPECT_TRUE(visible(kNow + hours{24}));
  EXPECT_EQ(next(kNow + hours{24}), kNow + hours{72});
  EXPECT_TRUE(visible(kNow + hours{72} - std::chrono::seconds{1}));
  EXPECT_FALSE(visible(kNow + hours{72}));
  EXPECT_EQ(next(kNow + hours{72}), std::nullopt);
}

TEST(ArticleReader, GivesAgentsOnlyArticlesToAgents) {
  const auto article = article_of(front("audience: agents", "Secret.\n"));
  EXPECT_FALSE(article.public_version);
  ASSERT_TRUE(article.agents_version);
  EXPECT_THAT(article.agents_version->body.html, HasSubstr("Secret."));
}

TEST(ArticleReader, MakesTwoVersionsOfAnArticleWithPassagesForAgents) {
  const auto article = article_of("Open.\n\n:::agents\nSecret.\n:::\n");
  ASSERT_TRUE(article.public_version && article.agents_version);
  EXPECT_THAT(article.public_version->body.html, Not(HasSubstr("Secret")));
  EXPECT_THAT(article.public_version->facts.summary, Not(HasSubstr("Secret")));
  EXPECT_THAT(article.agents_version->body.html, HasSubstr("Secret."));
  EXPECT_FALSE(article_of("Open.\n").agents_version);
}

TEST(ArticleReader, TakesTextsAsEditorsLeaveThem) {
  EXPECT_EQ(public_version("\xEF\xBB\xBF" + front("title: With a mark")).facts.title,
            "With a mark");
  EXPECT_EQ(public_version("---\r\ntitle: Windows\r\n---\r\nText.\r\n").facts.title, "Windows");
  EXPECT_EQ(public_version("# Cafe\u0301\n").facts.title, "Café");
  const auto with_nul = article_of(std::string("# A\n\nb\0c\n", 9));
  ASSERT_TRUE(with_nul.public_version);
  EXPECT_EQ(with_nul.problems.size(), 1U);
}

struct Bad {
  std::string text, where, what;
};
class ArticleReaderRefuses : public testing::TestWithParam<Bad> {};
TEST_P(ArticleReaderRefuses, AndSaysWhere) {
  const auto article = article_of(GetParam().text, "a");
  EXPECT_TRUE(article.failed);
  EXPECT_FALSE(article.public_version || article.agents_version);
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_EQ(article.problems[0].where, "content/en/a.md" + GetParam().where);
  EXPECT_THAT(article.problems[0].what, HasSubstr(GetParam().what));
}
INSTANTIATE_TEST_SUITE_P(Files, ArticleReaderRefuses,
                         testing::Values(Bad{"", "", "empty"}, Bad{" \n\t\r\n", "", "empty"},
                                         Bad{"# A\n\nb \xFF c\n", ":3", "UTF-8"},
                                         Bad{"---\ntitle: [\n---\nText.\n", ":3", ""},
                                         Bad{"---\ntitle: A\n", ":1", "no end"},
                                         Bad{"+++\ntitle = 'A'\n+++\n", ":1", "TOML"}));

TEST(ArticleReader, PublishesInSpiteOfAProblemThatItTells) {
  const auto article = article_of(front("title: A\nupdated: soon"), "a");
  EXPECT_TRUE(article.public_version);
  EXPECT_FALSE(article.failed);
  ASSERT_EQ(article.problems.size(), 1U);
  EXPECT_EQ(article.problems[0].where, "content/en/a.md:3");
  EXPECT_NE(article.problems[0].hint, "");
}

TEST(ArticleReader, TellsOfFilesThatAreTooLarge) {
  SourceFile file;
  file.file = "content/en/a.md";
  EXPECT_THAT(to_line(too_large(file)), testing::StartsWith("content/en/a.md: is larger than "));
}

}  // namespace
}  // namespace kb
