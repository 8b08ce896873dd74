#include "core/index/match_filter.h"

#include <gmock/gmock.h>

#include "tests/core/index/small_index.h"

namespace kb::index {
namespace {

using testing::UnorderedElementsAre;

constexpr Time kNow{std::chrono::seconds{1'770'000'000}};

class Filtering : public testing::Test {
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

  Query query(std::string_view typed) { return parse_query(typed, handle_->analyser); }

  // The titles of all documents that pass.
  std::vector<std::string> passing(const MatchFilter& filter) {
    Xapian::Enquire enquire(handle_->xapian());
    enquire.set_query(Xapian::Query::MatchAll);
    std::vector<std::string> titles;
    const auto matches = enquire.get_mset(0, 100, 100, nullptr, filter.if_needed());
    for (auto match = matches.begin(); match != matches.end(); ++match)
      titles.push_back(handle_->row_of(*match).title);
    return titles;
  }

  SmallIndex index_;
  std::shared_ptr<const Generation> live_;
  std::unique_ptr<LanguageHandle> handle_;
};

TEST_F(Filtering, IsNotNeededWhereAllPass) {
  publish({article("en", "a/one", "One", "x")});
  const std::vector<bool> none;
  EXPECT_EQ(MatchFilter(*live_, *handle_, kNow, nullptr, query("x \"one\" -two")).if_needed(),
            nullptr);
  EXPECT_EQ(MatchFilter(*live_, *handle_, kNow, &none, query("x")).if_needed(), nullptr);
}

TEST_F(Filtering, LeavesOutWhatExpired) {
  auto expired = article("en", "a/expired", "Expired", "x");
  expired.facts.expires_at = kNow;
  auto lasting = article("en", "a/lasting", "Lasting", "x");
  lasting.facts.expires_at = kNow + std::chrono::seconds{1};
  publish({expired, lasting, article("en", "a/always", "Always", "x")});
  EXPECT_THAT(passing({*live_, *handle_, kNow, nullptr, Query()}),
              UnorderedElementsAre("Lasting", "Always"));
}

TEST_F(Filtering, LeavesOutWhatWasShown) {
  publish({article("en", "a/one", "One", "x"), article("en", "a/two", "Two", "x")});
  std::vector<bool> shown(live_->article_count());
  const Database& part = *handle_->parts()[0];
  shown[part.article_numbers[*part.catalogue.number_of("a/one")]] = true;
  EXPECT_THAT(passing({*live_, *handle_, kNow, &shown, Query()}), UnorderedElementsAre("Two"));
}

TEST_F(Filtering, ShowsAgentsTheirOwnVersion) {
  publish({article("en", "a/one", "One", "x"), article("en", "a/two", "Two", "x"),
           for_agents(article("en", "a/two", "Two for agents", "x")),
           for_agents(article("en", "x/three", "Three", "x"))},
          Audience::agents);
  EXPECT_THAT(passing({*live_, *handle_, kNow, nullptr, Query()}),
              UnorderedElementsAre("One", "Two for agents", "Three"));
}

TEST_F(Filtering, KeepsToPhrases) {
  publish({article("en", "a/together", "Together", "With express delivery."),
           article("en", "a/apart", "Apart", "Delivery by express.")});
  EXPECT_THAT(passing({*live_, *handle_, kNow, nullptr, query("\"express delivery\"")}),
              UnorderedElementsAre("Together"));
  EXPECT_THAT(passing({*live_, *handle_, kNow, nullptr, query("x -\"express delivery\"")}),
              UnorderedElementsAre("Apart"));
}

}  // namespace
}  // namespace kb::index
