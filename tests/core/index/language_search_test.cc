#include "core/index/language_search.h"

#include <gmock/gmock.h>

#include <numeric>

#include "core/index/query_reading.h"
#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr Time kNow{std::chrono::seconds{1'770'000'000}};

class Ranking : public testing::Test {
 protected:
  void publish(const std::vector<Article>& articles, Audience audience = Audience::everyone) {
    index_.publish(articles);
    live_ = index_.open();
    std::vector<const Database*> parts;
    for (const auto part : kAudiences)
      if (const auto* database = live_->database({"en", part}); database && part <= audience)
        parts.push_back(database);
    handle_ = std::make_unique<LanguageHandle>(parts, "en", nullptr, index_.stemmers());
  }

  LanguageMatches run(std::string_view typed, LanguageSearchRequest request, std::size_t skip = 0,
                      std::size_t count = 100) {
    const auto found = LanguageSearch(*live_, *handle_, request).run(skip, count);
    EXPECT_TRUE(found) << typed << ": " << to_line(found.error());
    return found ? *found : LanguageMatches{};
  }
  LanguageMatches run(std::string_view typed, std::size_t skip = 0, std::size_t count = 100) {
    const Query query = read_query(typed, *handle_, LookAlikes::none);
    return run(typed, {.query = query, .category = {}, .now = kNow, .exact_total = 1000}, skip,
               count);
  }

  std::vector<std::string> ids(const LanguageMatches& found) {
    std::vector<std::string> list;
    for (const auto& match : found.ranked) list.push_back(handle_->row_of(match.document).id);
    return list;
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
  std::unique_ptr<LanguageHandle> handle_;
};

TEST_F(Ranking, PutsWhatHasTheWordsTogetherFirst) {
  publish({article("en", "a/apart", "T", "Delete this. Open your account. Data is kept, we say."),
           article("en", "a/together", "T", "Delete account. Open this. Data is kept, we say."),
           article("en", "a/one", "T", "An account, open. Data is kept, we say so every day.")});
  EXPECT_THAT(ids(run("delete account")), ElementsAre("a/together", "a/apart", "a/one"));
}

TEST_F(Ranking, PutsTheTitleFirst) {
  publish({article("en", "a/text", "Orders", "A refund, a refund, a refund."),
           article("en", "a/title", "Refund", "We pay you back."),
           article("en", "a/none", "Hub", "Plug it in.")});
  EXPECT_THAT(ids(run("refund")), ElementsAre("a/title", "a/text"));
}

// Whichever page is asked for, and of whatever size: the pages are slices of one list.
TEST_F(Ranking, IsTheSameOnEveryPage) {
  std::vector<Article> articles;
  for (int i = 0; i < 75; ++i) {
    std::string text = "refund";
    for (int j = 0; j < i % 13; ++j) text += " refund something";
    articles.push_back(article("en", "a/" + std::to_string(i), i % 7 == 0 ? "Refund" : "T", text));
  }
  publish(articles);
  const auto whole = ids(run("refund"));
  ASSERT_EQ(whole.size(), 75U);
  for (const std::size_t size : {1U, 7U, 10U, 29U, 31U}) {
    std::vector<std::string> paged;
    for (std::size_t skip = 0; skip < 90; skip += size)
      for (const auto& id : ids(run("refund", skip, size))) paged.push_back(id);
    EXPECT_EQ(paged, whole) << "by " << size;
  }
}

TEST_F(Ranking, CountsWithoutRankingWhereNoResultIsWanted) {
  publish({article("en", "a/one", "Refund", "x"), article("en", "a/two", "Refund", "x")});
  for (const std::size_t skip : {0U, 1U, 2U, 50U}) {
    const auto found = run("refund", skip, 0);
    EXPECT_EQ(found.total, 2U);
    EXPECT_FALSE(found.total_is_lower_bound);
    EXPECT_THAT(found.ranked, IsEmpty());
  }
}

TEST_F(Ranking, PutsPinnedArticlesFirstAndCountsThemOnce) {
  auto expired = article("en", "a/expired", "Refund", "x");
  expired.facts.expires_at = kNow;
  auto unlisted = article("en", "a/unlisted", "Refund", "x");
  unlisted.facts.unlisted = true;
  publish({article("en", "a/one", "Refund", "refund"), article("en", "a/two", "T", "A refund."),
           article("en", "b/other", "Hub", "Plug it in."), expired, unlisted});
  const Query query = read_query("refund", *handle_, LookAlikes::none);
  LanguageSearchRequest request{.query = query, .category = {}, .now = kNow, .exact_total = 1000};
  request.pinned = {"a/expired", "b/other", "missing", "a/two", "a/unlisted"};
  request.note_categories = request.note_articles = true;
  const auto found = run("refund", request);
  EXPECT_THAT(ids(found), ElementsAre("b/other", "a/two", "a/one"));
  EXPECT_EQ(found.total, 3U);
  EXPECT_EQ(found.by_category, (std::map<std::string, std::size_t>{{"a", 2}, {"b", 1}}));
  EXPECT_EQ(found.articles.size(), 3U);
  EXPECT_TRUE(found.ranked[0].pinned && found.ranked[1].pinned && !found.ranked[2].pinned);
  for (std::size_t skip = 0; skip < 4; ++skip)
    EXPECT_THAT(ids(run("refund", request, skip, 1)).size(), skip < 3 ? 1U : 0U);
  request.category = "a";
  EXPECT_THAT(ids(run("refund", request)), ElementsAre("a/two", "a/one"));
}

TEST_F(Ranking, PinsWhatNoWordFinds) {
  publish({article("en", "a/one", "Refund", "x")});
  const Query query = read_query("zebra", *handle_, LookAlikes::none);
  const auto found =
      run("zebra",
          {.query = query, .category = {}, .pinned = {"a/one"}, .now = kNow, .exact_total = 1000});
  EXPECT_THAT(ids(found), ElementsAre("a/one"));
  EXPECT_EQ(found.total, 1U);
}

TEST_F(Ranking, LeavesOutWhatWasShownEvenIfPinned) {
  publish({article("en", "a/one", "Refund", "x"), article("en", "a/two", "Refund", "x")});
  const Query query = read_query("refund", *handle_, LookAlikes::none);
  std::vector<bool> shown(live_->article_count());
  const Database& part = *handle_->parts()[0];
  shown[part.article_numbers[*part.catalogue.number_of("a/one")]] = true;
  const auto found = run("refund", {.query = query,
                                    .category = {},
                                    .pinned = {"a/one"},
                                    .now = kNow,
                                    .shown = &shown,
                                    .exact_total = 1000});
  EXPECT_THAT(ids(found), ElementsAre("a/two"));
  EXPECT_EQ(found.total, 1U);
}

TEST_F(Ranking, PinsTheVersionOfTheAudience) {
  auto agents = article("en", "a/one", "Refund for agents", "x");
  agents.facts.audience = Audience::agents;
  publish({article("en", "a/one", "Refund", "x"), agents}, Audience::agents);
  const Query query = read_query("refund", *handle_, LookAlikes::none);
  const auto found =
      run("refund",
          {.query = query, .category = {}, .pinned = {"a/one"}, .now = kNow, .exact_total = 1000});
  ASSERT_EQ(found.ranked.size(), 1U);
  EXPECT_EQ(handle_->row_of(found.ranked[0].document).title, "Refund for agents");
  EXPECT_EQ(found.total, 1U);
}

TEST_F(Ranking, ThePriorDecidesAmongSimilarMatchesOnly) {
  index_.set_prior("en/a/popular", 1.03);
  index_.set_prior("en/a/everybodys", 1000);
  publish({article("en", "a/plain", "Refund", "money back"),
           article("en", "a/popular", "Refund", "money back"),
           article("en", "a/everybodys", "Hub", "Money is not refunded for it, plug it in.")});
  const auto found = run("refund money");
  EXPECT_THAT(ids(found), ElementsAre("a/popular", "a/plain", "a/everybodys"));
  EXPECT_NEAR(found.ranked[0].score / found.ranked[1].score, 1.03, 1e-6);
  EXPECT_DOUBLE_EQ(found.ranked[0].prior, 1.03);
  EXPECT_DOUBLE_EQ(found.ranked[1].prior, 1);
  EXPECT_LE(found.ranked[2].score,
            1.03 * (found.ranked[2].by_words + found.ranked[2].by_whole) + 1e-9);
}

TEST_F(Ranking, FreshnessDecidesAmongEqualsOnly) {
  auto old = article("en", "a/old", "Refund", "money back");
  old.facts.updated = kNow - std::chrono::hours{1000};
  auto fresh = article("en", "b/fresh", "Refund", "money back");
  fresh.facts.updated = kNow;
  auto better = article("en", "c/better", "Refund money", "money back");
  better.facts.updated = kNow - std::chrono::hours{5000};
  publish({old, article("en", "a/undated", "Refund", "money back"), fresh, better});
  EXPECT_THAT(ids(run("refund money")), ElementsAre("c/better", "b/fresh", "a/old", "a/undated"));
}

TEST_F(Ranking, ExplainsItsQueryWhereAsked) {
  publish({article("en", "a/one", "Refund", "x")});
  const Query query = read_query("refund", *handle_, LookAlikes::none);
  EXPECT_EQ(run("refund").explanation, "");
  EXPECT_THAT(
      run("refund", {.query = query, .category = {}, .now = kNow, .explain = true}).explanation,
      testing::HasSubstr("refund"));
}

TEST_F(Ranking, OfNothingIsNothing) {
  publish({article("en", "a/one", "Refund", "x")});
  for (const char* typed : {"", "zebra", "-", "\"\""}) {
    const auto found = run(typed);
    EXPECT_EQ(found.total, 0U) << typed;
    EXPECT_THAT(found.ranked, IsEmpty());
  }
}

}  // namespace
}  // namespace kb::index
