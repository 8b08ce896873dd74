#include "core/index/related.h"

#include <gmock/gmock.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

constexpr Time kNow{std::chrono::seconds{1'770'000'000}};

class Related : public testing::Test {
 protected:
  void publish(const std::vector<Article>& articles, const std::string& lang = "en") {
    index_.publish(articles);
    live_ = index_.open();
    handle_ = std::make_unique<LanguageHandle>(
        std::vector<const Database*>{live_->database({lang, Audience::everyone})}, lang, nullptr,
        index_.stemmers());
    lang_ = lang;
  }

  std::vector<std::string> to(const std::string& id, std::size_t limit = 5) {
    const auto found = live_->find(lang_, id, Audience::everyone);
    EXPECT_TRUE(found) << id;
    const auto rows = related_articles(
        *live_, *handle_, {.id = id, .lang = lang_, .limit = limit, .now = kNow}, *found);
    EXPECT_TRUE(rows) << to_line(rows.error());
    std::vector<std::string> ids;
    for (const auto& row : *rows) ids.push_back(row.id);
    return ids;
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
  std::unique_ptr<LanguageHandle> handle_;
  std::string lang_;
};

TEST_F(Related, AreThoseWithTheSameTellingWords) {
  publish({article("en", "a/refund", "Refund", "refund money order the"),
           article("en", "a/money", "Money back", "refunds and money the"),
           article("en", "b/hub", "Hub", "plug the hub in"),
           article("en", "b/lamp", "Lamp", "plug the lamp in"),
           article("en", "c/other", "Wombat", "the")});
  EXPECT_THAT(to("a/refund", 1), ElementsAre("a/money"));
  EXPECT_THAT(to("b/hub", 1), ElementsAre("b/lamp"));
  EXPECT_THAT(to("a/refund", 0), IsEmpty());
}

TEST_F(Related, AreNeverTheArticleItselfNorAnyThatCannotBeFound) {
  auto expired = article("en", "a/expired", "Refund", "refund money");
  expired.facts.expires_at = kNow;
  auto unlisted = article("en", "a/unlisted", "Refund", "refund money");
  unlisted.facts.unlisted = true;
  publish({article("en", "a/one", "Refund", "refund money"),
           article("en", "a/two", "Refund", "refund money"),
           article("en", "a/three", "Refund", "refund money"), expired, unlisted});
  EXPECT_THAT(to("a/one"), UnorderedElementsAre("a/two", "a/three"));
  EXPECT_THAT(to("a/one", 1).size(), 1U) << "as many as asked for, though itself is among the best";
  EXPECT_THAT(to("a/unlisted"), IsEmpty());
}

TEST_F(Related, AreNoneWhereNoWordLeadsElsewhere) {
  publish({article("en", "a/one", "Refund", "money"), article("en", "b/two", "Hub", "plug")});
  EXPECT_THAT(to("a/one"), IsEmpty());
}

TEST_F(Related, AreFoundWithoutAStemmer) {
  publish({article("th", "a/one", "เงินคืน", "เงินคืน"), article("th", "a/two", "ขอเงินคืน", "เงินคืน"),
           article("th", "b/lamp", "หลอดไฟ", "หลอดไฟ")},
          "th");
  EXPECT_THAT(to("a/one"), ElementsAre("a/two"));
}

}  // namespace
}  // namespace kb::index
