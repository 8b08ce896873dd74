#include "core/insights/journey.h"

#include <gtest/gtest.h>

#include "tests/core/insights/day_scenario.h"

namespace kb::insights {
namespace {

class Told {
 public:
  explicit Told(const std::string& text)
      : events_(happened(text)),
        ordered_(in_order(events_)),
        journey_(journey_of(sessions_of(ordered_).at(0), sent_in(events_))) {}
  const Journey* operator->() const { return &journey_; }

 private:
  std::vector<store::Event> events_;
  std::vector<const store::Event*> ordered_;
  Journey journey_;
};

TEST(Journey, HasTheLanguageAndCategoryOfItsBeginning) {
  const Told journey(R"(
    10:00:00 v1 page_viewed object=home category=start
    10:00:01 v1 searched lang=pl text=x
    10:00:02 v1 clicked lang=en object=en/a/b category=billing
    10:00:03 v1 page_viewed lang=en object=en/a/c category=cards)");
  EXPECT_EQ(journey->lang, "pl");
  EXPECT_EQ(journey->category, "billing");
}

TEST(Journey, TakesItsTicketsCategoryWhereItOpenedNoArticle) {
  EXPECT_EQ(Told(R"(
    10:00:00 v1 contact_opened category=general
    10:00:00 v1 ticket_submitted category=cards)")
                ->category,
            "cards");
  EXPECT_EQ(Told("10:00:00 v1 searched text=x category=cards")->category, "");
}

TEST(Journey, BeginsWhereItsFirstPageWasFound) {
  const Told journey(R"(
    10:00:00 v1 page_viewed object=pl/a/b outcome=search_engine
    10:00:01 v1 page_viewed object=pl/a/c outcome=product)");
  EXPECT_EQ(journey->entry, Entry::search_engine);
  EXPECT_EQ(journey->entry_article, "pl/a/b");
  EXPECT_EQ(Told("10:00:00 v1 page_viewed object=home outcome=search_engine")->entry_article, "");
}

TEST(Journey, KnowsWhatWasOpenedBeforeTheForm) {
  const Told journey(R"(
    10:00:00 v1 page_viewed object=pl/a/b
    10:00:01 v1 contact_opened form=f
    10:00:02 v1 page_viewed object=pl/a/c)");
  EXPECT_TRUE(journey->articles.at("pl/a/b").is_before_form);
  EXPECT_FALSE(journey->articles.at("pl/a/c").is_before_form);
  EXPECT_FALSE(journey->articles.at("pl/a/b").is_read);
}

TEST(Journey, KeepsTheReasonOfTheLastNo) {
  const Told journey(R"(
    10:00:00 v1 voted object=pl/a/b outcome=no detail='{"reason":"unclear"}'
    10:00:01 v1 voted object=pl/a/b outcome=yes
    10:00:02 v1 voted object=pl/a/b outcome=no
    10:00:03 v1 voted object=pl/a/b outcome=no detail='{"changes":true,"reason":"outdated"}'
    10:00:04 v1 voted object=pl/a/b outcome=no detail='{"changes":true,"note":"…"}')");
  EXPECT_EQ(journey->votes.at("pl/a/b").reason, "outdated");
  EXPECT_FALSE(journey->votes.at("pl/a/b").is_yes);
}

// The first event of a session is its contact where the form was linked from the product.
TEST(Journey, MayBeginWithTheForm) {
  const Told journey("10:00:00 v1 contact_opened form=f");
  EXPECT_EQ(journey->at(Station::contact), std::chrono::seconds(0));
  EXPECT_EQ(journey->contact, Contact::other);
  EXPECT_EQ(journey->searches_to_answer, std::nullopt);
}

}  // namespace
}  // namespace kb::insights
