#include "core/index/similar.h"

#include <gmock/gmock.h>

#include "tests/core/index/searching.h"
#include "tests/core/index/small_tickets.h"

namespace kb::index {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

class Similar : public testing::Test {
 protected:
  void SetUp() override {
    index_.publish(
        {ticket("1", "Where is my card? It has not arrived.", "It takes five days.", "card"),
         ticket("2", "where is my card, it has not arrived", "Ten days.", "card"),
         ticket("3", "My card was declined in a shop", "Try the PIN.", "declined"),
         ticket("4", "How long does a refund take?", "Three days after approval.", "refund"),
         ticket("5", "The refund is missing", "We sent it.", "refund", "Refund")});
  }
  std::vector<std::string> found(const SimilarRequest& request) {
    std::vector<std::string> ids;
    for (const auto& hit : index_.similar(request).tickets) ids.push_back(hit.id);
    return ids;
  }

  SmallTickets index_;
};

TEST_F(Similar, FindsWhoAskedTheSame) {
  const auto similar = index_.similar({.text = "Hello, my card never arrived. Where is it?"});
  ASSERT_FALSE(similar.tickets.empty());
  const auto& hit = similar.tickets.front();
  EXPECT_EQ(hit.id, "desk/1");
  EXPECT_EQ(hit.count, 2U);
  EXPECT_EQ(hit.best, "desk/2");
  EXPECT_EQ(hit.answer, "Ten days.");
  EXPECT_EQ(hit.topic, "card");
  EXPECT_EQ(hit.newest, ticket("2", "", "").created);
  EXPECT_THAT(hit.snippet_html, HasSubstr("<mark>"));
  EXPECT_FALSE(hit.in_answer);
  EXPECT_FALSE(hit.fallback);
  ASSERT_FALSE(similar.topics.empty());
  EXPECT_EQ(similar.topics.front().topic, "card");
}

TEST_F(Similar, KeepsToTheLimit) {
  EXPECT_EQ(found({.text = "card refund", .limit = 2}).size(), 2U);
  EXPECT_THAT(found({.text = "card refund", .limit = 0}), IsEmpty());
}

TEST_F(Similar, OfNothingThereIsNothing) {
  EXPECT_THAT(found({.text = ""}), IsEmpty());
  EXPECT_THAT(found({.text = "\xff\xfe ?!"}), IsEmpty());
  EXPECT_THAT(found({.text = "zxqv wvut"}), IsEmpty());
  EXPECT_THAT(found({.text = "card", .lang = "de"}), IsEmpty());
}

TEST_F(Similar, FallsBackOnOtherLanguages) {
  const auto similar = index_.similar({.text = "card declined", .lang = "de", .fallbacks = {"en"}});
  ASSERT_FALSE(similar.tickets.empty());
  EXPECT_EQ(similar.tickets.front().id, "desk/3");
  EXPECT_TRUE(similar.tickets.front().fallback);
}

// Nothing of a ticket may reach who is no agent: not by similar(), not by any search.
TEST_F(Similar, IsForAgentsOnly) {
  Searcher searcher(index_.open(), index_.stemmers());
  EXPECT_FALSE(searcher.similar({.text = "card", .lang = "en"}));
  for (const auto audience : kAudiences) {
    auto request = request_for("card");
    request.audience = audience;
    const auto found = searcher.search(request);
    ASSERT_TRUE(found);
    EXPECT_THAT(found->hits, IsEmpty());
    EXPECT_FALSE(found->did_you_mean || found->corrected);
    EXPECT_THAT(index_.open()->languages(audience), IsEmpty());
    EXPECT_FALSE(index_.open()->find("en", "desk/1", audience));
  }
  EXPECT_EQ(index_.open()->article_count(), 0U);
  EXPECT_THAT(index_.open()->ticket_languages(), ElementsAre("en"));
}

TEST_F(Similar, ALanguageNeedNotBeTold) {
  Searcher searcher(index_.open(), index_.stemmers());
  const auto found =
      searcher.similar({.text = "refund missing", .lang = "", .audience = Audience::agents});
  ASSERT_TRUE(found);
  ASSERT_FALSE(found->tickets.empty());
  EXPECT_EQ(found->tickets.front().id, "desk/5");
}

TEST(SimilarWithDiacritics, AreFoundWithout) {
  SmallTickets index;
  index.set_language("pl");
  auto one = ticket("1", "Płatność została odrzucona", "Proszę spróbować ponownie.");
  auto other = ticket("2", "Jak zmienić hasło?", "W ustawieniach.");
  one.lang = other.lang = "pl";
  index.publish({one, other});
  const auto found = index.similar({.text = "platnosc odrzucona"});
  ASSERT_FALSE(found.tickets.empty());
  EXPECT_EQ(found.tickets.front().id, "desk/1");
}

class Messages : public Searching {};

TEST_F(Messages, FindTheArticleThatTheyAreAbout) {
  std::vector<Article> articles;
  for (int i = 0; i < 30; ++i)
    articles.push_back(article("en", "a/other" + std::to_string(i), "Other " + std::to_string(i),
                               "We are happy to help you with this, please write to us."));
  articles.push_back(article("en", "a/battery", "Battery of the sensor",
                             "Replace the battery of the sensor when the red light blinks."));
  index_.publish(articles);
  auto request = request_for(
      "Hello, I hope you are well. \"Since yesterday\" my sensor -blinks red- and please help us "
      "with this, I think the battery is empty but am not sure. Thanks to you all, we are happy.");
  request.message = true;
  request.subject = "Sensor blinks";
  const auto ids = found(request);
  ASSERT_FALSE(ids.empty());
  EXPECT_EQ(ids.front(), "en/a/battery");
}

}  // namespace
}  // namespace kb::index
