#include "server/gaps/gap_board.h"

#include <gmock/gmock.h>

#include <thread>

#include "core/store/event_table.h"
#include "core/text/stemmer.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/site_in_folder.h"

namespace kb {
namespace {

using insights::kMonday;
using insights::Verdict;
using store::Gap;
using store::GapState;
using store::Sql;

class GapBoardTest : public testing::Test {
 protected:
  GapBoardTest() {
    site_.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days.\n");
    site_.must_build();
    EXPECT_TRUE(searchers_.refresh());
    auto opened = store::Store::open("sqlite:" + (site_.folder() / "store.db").string(),
                                     store::Store::Access::write);
    EXPECT_TRUE(opened) << to_line(opened.error());
    store_ = std::move(*opened);
    go_to(30);
  }

  void go_to(int day) {
    site_.clock.advance(Time(std::chrono::hours(24 * (kMonday + day) + 12)) - site_.clock.now());
  }

  // New visitors ask for the same; where they find something they open it.
  void ask(int day, int visitors, bool is_found) {
    std::string events;
    for (int i = 0; i < visitors; ++i) {
      const std::string who = std::to_string(++visitors_);
      const std::string begin = "+" + std::to_string(day) + " 10:00:00 v" + who;
      events += begin + " searched lang=en text='warranty of lamps' query=q" + who +
                " outcome=" + (is_found ? "results" : "none") + "\n";
      if (is_found) events += begin + " clicked object=en/billing/refund query=q" + who + "\n";
    }
    const auto put = store_->write([&](Sql& sql) {
      return store::put_batch(sql,
                              {"batch " + std::to_string(visitors_), insights::happened(events)});
    });
    ASSERT_TRUE(put) << to_line(put.error());
  }

  std::unique_ptr<GapBoard> board() {
    auto made = GapBoard::create({.config = site_.config,
                                  .clock = site_.clock,
                                  .store = [this] { return is_away_ ? nullptr : store_.get(); },
                                  .searchers = searchers_,
                                  .problem = [](const Error&) {},
                                  .proved = [this](Sql&, const Gap& gap) -> Result<void> {
                                    told_.push_back(std::string(store::gap_state_name(gap.state)));
                                    return {};
                                  }});
    EXPECT_TRUE(made) << to_line(made.error());
    return std::move(*made);
  }

  static void refresh(GapBoard& board) {
    const auto done = board.refresh();
    ASSERT_TRUE(done) << to_line(done.error());
  }

  std::vector<Gap> kept() {
    return store_->read([](Sql& sql) { return store::list_gaps(sql); }).value();
  }
  std::vector<std::string> history(std::int64_t gap) {
    std::vector<std::string> what;
    const auto changes =
        store_->read([&](Sql& sql) { return store::gap_history(sql, gap); }).value();
    for (const auto& change : changes) what.push_back(change.what);
    return what;
  }

  void publish(int day) {
    Gap gap = kept().at(0);
    const auto version = gap.version;
    gap.state = GapState::published;
    gap.published = Time(std::chrono::hours(24 * (kMonday + day) + 9));
    const auto changed = store_->write([&](Sql& sql) {
      return store::change_gap(sql, gap, version,
                               {.gap = gap.id,
                                .at = site_.clock.now(),
                                .who = "ana",
                                .what = "state",
                                .after = "published"});
    });
    ASSERT_TRUE(changed.has_value() && *changed);
  }

  SiteInFolder site_;
  text::Stemmers stemmers_;
  index::SearcherPool searchers_{site_.index(), stemmers_};
  std::unique_ptr<store::Store> store_;
  bool is_away_ = false;
  int visitors_ = 0;
  std::vector<std::string> told_;
};

TEST_F(GapBoardTest, KeepsWhatItFindsOnce) {
  ask(28, 9, false);
  const auto board = this->board();
  EXPECT_EQ(board->report(), nullptr);
  refresh(*board);
  refresh(*board);
  ASSERT_EQ(kept().size(), 1U);
  const Gap gap = kept().at(0);
  EXPECT_EQ(gap.label, "warranty of lamps");
  EXPECT_EQ(gap.questions.size(), 1U);
  EXPECT_EQ(history(gap.id), std::vector<std::string>{"found"});
  ASSERT_EQ(board->report()->gaps.size(), 1U);
  EXPECT_EQ(board->report()->gaps[0].id, gap.id);
  EXPECT_EQ(board->status().made, site_.clock.now());
}

TEST_F(GapBoardTest, ProvesWhatWasPublishedAndSeesItReturn) {
  ask(18, 40, false);
  const auto board = this->board();
  refresh(*board);
  publish(20);
  EXPECT_EQ(board->proof(kept().at(0))->verdict, Verdict::waiting);
  ask(22, 3, true);
  refresh(*board);
  EXPECT_EQ(kept().at(0).state, GapState::published);
  ask(23, 27, true);
  refresh(*board);
  const Gap verified = kept().at(0);
  EXPECT_EQ(verified.state, GapState::verified);
  EXPECT_EQ(verified.verified, site_.clock.now());
  EXPECT_EQ(board->proof(verified)->verdict, Verdict::closed);
  EXPECT_EQ(board->proof(verified)->before, (insights::Share{40, 40}));

  go_to(36);
  ask(34, 30, false);
  refresh(*board);
  EXPECT_EQ(kept().at(0).state, GapState::open);
  EXPECT_EQ(history(verified.id), (std::vector<std::string>{"found", "state", "proof", "proof"}));
  EXPECT_EQ(told_, (std::vector<std::string>{"verified", "open"}));
}

TEST_F(GapBoardTest, KeepsTheLastReportWhileTheStoreIsAway) {
  ask(28, 9, false);
  const auto board = this->board();
  refresh(*board);
  is_away_ = true;
  EXPECT_FALSE(board->refresh());
  EXPECT_TRUE(board->status().failed);
  EXPECT_EQ(board->report()->gaps.size(), 1U);
}

// A clock that was put right made the server count on days that were not there yet.
TEST_F(GapBoardTest, BearsTimeGoingBackwards) {
  ask(28, 9, false);
  const auto board = this->board();
  refresh(*board);
  publish(29);
  go_to(10);
  refresh(*board);
  EXPECT_EQ(kept().at(0).state, GapState::published);
}

TEST_F(GapBoardTest, LooksByItselfAndWhenAsked) {
  ask(28, 9, false);
  const auto board = this->board();
  board->start();
  while (!board->report()) std::this_thread::yield();
  const auto first = board->report();
  board->refresh_soon();
  while (board->report() == first) std::this_thread::yield();
  EXPECT_EQ(board->report()->gaps.size(), 1U);
}

TEST_F(GapBoardTest, NeedsATimeZoneThatIsOne) {
  site_.config.insights.time_zone = "Nowhere/Land";
  const auto made = GapBoard::create({.config = site_.config,
                                      .clock = site_.clock,
                                      .store = [] { return nullptr; },
                                      .searchers = searchers_,
                                      .problem = [](const Error&) {}});
  EXPECT_FALSE(made);
}

}  // namespace
}  // namespace kb
