#include "indexer/replay/replay.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

// A small help center, and the same after a writer's day.
class Replay : public testing::Test {
 protected:
  Replay() {
    site.config.site.fallback = {{"it", {"en"}}};
    site.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days on your card.\n");
    site.write("en/billing/invoice.md", "# Invoices\n\nYour invoice comes by mail.\n");
    site.write("en/delivery/parcel.md", "# Track a parcel\n\nThe tracking page shows it.\n");
    site.write("en/hub/offline.md", "# The hub is offline\n\nPlug it in again.\n");
    site.write("en/hub/sensor.md", "# Add a sensor\n\nHold the button.\n");
    site.write("en/garden/zebra.md", "# Zebra plants\n\nWater them.\n");
    site.write("it/billing/refund.md", "# Rimborso\n\nEntro 14 giorni.\n");
    site.write("it/hub/sensor.md", "# Aggiungi un sensore\n\nTieni premuto il pulsante.\n");
  }

  // What is live before the changes of `edit`, and after them.
  template <class Edit>
  void publish(const Edit& edit) {
    site.must_build();
    sides.before = site.live();
    edit();
    site.must_build();
    sides.after = site.live();
  }

  ReplayedQuery replayed(const ReplayQuery& query) {
    const auto report = replay(site.config, sides, {query}, site.clock.now());
    EXPECT_TRUE(report) << to_line(report.error());
    return report ? report->queries.front() : ReplayedQuery{};
  }
  // "closed en/billing/voucher", "open other_words"
  std::string told(const std::string& text, const std::string& lang = "en",
                   const std::string& expected = {}) {
    const auto query = replayed({.text = text, .lang = lang, .expected = expected});
    std::string told(outcome_name(query.outcome));
    if (query.reason != ReplayReason::none) told += " " + std::string(reason_name(query.reason));
    if (query.outcome == ReplayOutcome::closed) told += " " + query.answer;
    return told;
  }

  SiteInFolder site;
  ReplaySides sides;
};

TEST_F(Replay, ClosesWhatANewArticleAnswers) {
  publish([&] {
    site.write("en/billing/voucher.md", "# Redeem a voucher\n\nEnter its code at the checkout.\n");
  });
  EXPECT_EQ(told("redeem voucher"), "closed en/billing/voucher");
  EXPECT_EQ(told("voucher code"), "closed en/billing/voucher");
  EXPECT_EQ(told("voucher for a wombat costume"), "open other_words");
  EXPECT_EQ(told("wombat"), "open nothing_found");
  EXPECT_EQ(told("refunds"), "open as_before") << "was found, and is";
  const auto query = replayed({.text = "redeem voucher", .lang = "en"});
  EXPECT_TRUE(query.before.empty());
  ASSERT_FALSE(query.after.empty());
  EXPECT_EQ(query.after[0], (ReplayHit{"en/billing/voucher", "Redeem a voucher", true, false}));
}

TEST_F(Replay, ClosesWhatARewrittenArticleAnswers) {
  publish([&] {
    site.write("en/billing/refund.md",
               "# Refunds\n\nWithin 14 days on your card.\n\n## Vouchers\n\nA voucher is not paid "
               "out.\n");
    site.write("en/billing/invoice.md", "# Invoices\n\nYour invoice comes by mail on Mondays.\n");
  });
  EXPECT_EQ(told("voucher paid out"), "closed en/billing/refund");
  EXPECT_EQ(told("invoice mail"), "open rewritten") << "its words answered it before, too";
  EXPECT_TRUE(replayed({.text = "invoice mail", .lang = "en"}).after.at(0).is_changed);
}

TEST_F(Replay, ClosesWhatASynonymLeadsTo) {
  publish([&] {
    std::filesystem::create_directories(site.folder() / "search/en");
    std::ofstream(site.folder() / "search/en/synonyms.yaml") << "two_way: [[cashback, refund]]\n";
  });
  EXPECT_EQ(told("cashback"), "closed en/billing/refund");
}

TEST_F(Replay, ClosesNothingByAnotherLanguage) {
  publish([&] {
    site.write("en/billing/voucher.md", "# Voucher\n\nEnter its code at the checkout.\n");
  });
  EXPECT_EQ(told("voucher", "it"), "open other_language");
  publish([&] { site.write("it/billing/voucher.md", "# Voucher\n\nScrivi il codice.\n"); });
  EXPECT_EQ(told("voucher", "it"), "closed it/billing/voucher");
}

TEST_F(Replay, ClosesNothingByACorrection) {
  publish([&] { site.write("en/billing/voucher.md", "# Voucher\n\nEnter its code.\n"); });
  EXPECT_THAT(told("vuocher"), testing::AnyOf("open corrected", "open other_words"));
}

TEST_F(Replay, TellsWhatFell) {
  publish([&] {
    site.remove("en/garden/zebra.md");
    for (const char* name : {"a", "b", "c"})
      site.write("en/delivery/parcel-" + std::string(name) + ".md",
                 "---\nkeywords: [track parcel]\n---\n# Track parcel, track parcel\n\nTrack.\n");
  });
  EXPECT_EQ(told("zebra", "en", "en/garden/zebra"), "worse nothing_found");
  EXPECT_EQ(told("track parcel", "en", "en/delivery/parcel"), "worse fell");
  EXPECT_EQ(told("refund", "en", "en/billing/refund"), "kept");
  EXPECT_EQ(told("refund", "en", "en/billing/wombat"), "open as_before") << "never found";
}

// An article moved to another folder was told as lost.
TEST_F(Replay, FollowsWhatWasRenamed) {
  publish([&] {
    site.remove("en/hub/offline.md");
    site.write("en/help/hub-offline.md",
               "---\nredirect_from: [hub/offline]\n---\n# The hub is offline\n\nPlug it in.\n");
  });
  EXPECT_EQ(told("hub offline", "en", "en/hub/offline"), "kept");
  EXPECT_EQ(told("hub offline"), "open rewritten");
}

TEST_F(Replay, KeepsTheOrderOfTheQueries) {
  publish([&] { site.write("it/billing/voucher.md", "# Voucher\n\nScrivi il codice.\n"); });
  std::vector<ReplayQuery> queries;
  for (int i = 0; i < 40; ++i) {
    queries.push_back({.text = "refund", .lang = "en", .expected = "en/billing/refund"});
    queries.push_back({.text = "voucher", .lang = "it"});
  }
  const auto report = replay(site.config, sides, queries, site.clock.now());
  ASSERT_TRUE(report);
  for (std::size_t i = 0; i < queries.size(); ++i)
    EXPECT_EQ(report->queries[i].query, queries[i]) << i;
  EXPECT_EQ(report->count(ReplayOutcome::closed), 40U);
  EXPECT_EQ(report->count(ReplayOutcome::kept), 40U);
  EXPECT_TRUE(replay(site.config, sides, {}, site.clock.now()));
}

// Several queries are shared out among threads, a single one is not.
TEST_F(Replay, TellsOfManyQueriesWhatItTellsOfEach) {
  publish([&] {
    site.write("en/billing/voucher.md", "# Redeem a voucher\n\nEnter its code at the checkout.\n");
    site.remove("en/garden/zebra.md");
  });
  std::vector<ReplayQuery> queries;
  for (const char* text : {"voucher code", "refnud", "zebra", "sensro button", "trackingpage",
                           "wombat", "fattura", "плати", "invoice mail", "?!"})
    for (const char* lang : {"en", "it", "ru"})
      for (const char* expected : {"", "en/garden/zebra", "en/billing/refund"})
        queries.push_back({.text = text, .lang = lang, .expected = expected});
  const auto report = replay(site.config, sides, queries, site.clock.now());
  ASSERT_TRUE(report);
  for (std::size_t i = 0; i < queries.size(); ++i)
    EXPECT_EQ(report->queries[i], replayed(queries[i])) << queries[i].text;
}

}  // namespace
}  // namespace kb
