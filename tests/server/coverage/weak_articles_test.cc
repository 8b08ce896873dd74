#include "server/coverage/weak_articles.h"

#include "core/store/article_flags.h"
#include "tests/server/coverage/coverage_fixture.h"

namespace kb {
namespace {

using insights::Counter;
using insights::HealthReason;
using testing::ElementsAre;
using testing::IsEmpty;

class Weak : public CoverageFixture {
 protected:
  WeakArticles found() {
    const auto weak = weak_articles(center.center(), store());
    EXPECT_TRUE(weak) << to_line(weak.error());
    return weak.value_or(WeakArticles());
  }
  // "en/orders/late outdated never_found"
  static std::vector<std::string> lines(const WeakArticles& weak) {
    std::vector<std::string> lines;
    for (const auto& article : weak.articles) {
      auto line = article.object();
      for (const auto& finding : article.findings)
        line += " " + std::string(insights::health_reason_name(finding.reason));
      lines.push_back(line);
    }
    return lines;
  }
};

TEST_F(Weak, AreNoneWhereNothingIsKnown) {
  const auto weak = found();
  EXPECT_TRUE(weak.has_articles);
  EXPECT_THAT(weak.articles, IsEmpty());
  EXPECT_EQ(weak.counted_since, std::nullopt);
}

TEST_F(Weak, AreThoseFirstThatMostRead) {
  put({use("en/orders/late", Counter::views, 20), use("en/orders/late", Counter::visitors, 12),
       use("pl/billing/refund", Counter::views, 30),
       use("pl/billing/refund", Counter::visitors, 25)});
  EXPECT_THAT(lines(found()), ElementsAre("pl/billing/refund outdated", "en/orders/late outdated"));
  put({}, "2025-11-01");
  EXPECT_THAT(lines(found()), ElementsAre("pl/billing/refund outdated never_found",
                                          "en/orders/late outdated never_found"))
      << "the third is not old enough to be called unread";
}

TEST_F(Weak, HaveFlagsAndBrokenLinks) {
  const auto added = store().write([&](store::Sql& sql) {
    return store::add_flag(sql, {.lang = "pl", .article = "billing/refund", .who = "ana"});
  });
  ASSERT_TRUE(added) << to_line(added.error());
  center.site.write(
      "en/orders/late.md",
      "---\ntitle: Late\nupdated: 2026-02-02\nexpires_at: 2026-02-20\n---\n\nText.\n");
  center.publish();
  const auto weak = found();
  EXPECT_THAT(lines(weak),
              ElementsAre("en/billing/refund broken_links", "pl/billing/refund flagged"));
  EXPECT_THAT(weak.articles[0].broken_links, ElementsAre("en/orders/late"));
}

TEST_F(Weak, AreHeldAgainstOtherArticles) {
  put({use("en/orders/late", Counter::reads, 40),
       use("en/orders/late", Counter::went_to_contact, 20),
       use("en/billing/refund", Counter::reads, 400),
       use("en/billing/refund", Counter::went_to_contact, 40)});
  const auto weak = found();
  ASSERT_THAT(lines(weak), ElementsAre("en/orders/late leads_to_contact"));
  EXPECT_EQ(weak.articles[0].findings[0].held_against, (insights::Share{40, 400}));
}

TEST_F(Weak, AreChosenFrom) {
  put({use("en/orders/late", Counter::views, 20), use("pl/billing/refund", Counter::views, 30)});
  auto polish = found();
  keep_chosen({.lang = "pl"}, polish);
  EXPECT_THAT(lines(polish), ElementsAre("pl/billing/refund outdated"));
  auto flagged = found();
  keep_chosen({.reason = HealthReason::flagged}, flagged);
  EXPECT_THAT(flagged.articles, IsEmpty());
  auto elsewhere = found();
  keep_chosen({.category = "orders"}, elsewhere);
  EXPECT_THAT(elsewhere.articles, IsEmpty());
}

}  // namespace
}  // namespace kb
