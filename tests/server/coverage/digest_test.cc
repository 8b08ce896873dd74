#include "server/coverage/digest.h"

#include "core/store/figure_targets.h"
#include "server/coverage/site_days.h"
#include "tests/server/coverage/digest_fixture.h"

namespace kb {
namespace {

using insights::GapTrend;
using store::GapState;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class DigestTest : public DigestFixture {
 protected:
  template <class Items>
  static std::vector<std::string> labels(const Items& items) {
    std::vector<std::string> labels;
    for (const auto& item : items) labels.push_back(item.label);
    return labels;
  }
};

TEST_F(DigestTest, OfAQuietWeekIsEmpty) {
  const auto digest = make();
  EXPECT_TRUE(digest.is_empty());
  EXPECT_FALSE(digest.knows_gaps);
  EXPECT_EQ(iso_day(digest.days.from), "2026-03-03");
  EXPECT_EQ(iso_day(digest.days.to), "2026-03-09");
}

TEST_F(DigestTest, NamesTheGapsThatWait) {
  const auto open = add_gap("money back, please");
  const auto done = add_gap("old one", "en", GapState::verified);
  const auto refused = add_gap("never", "en", GapState::wont_fix);
  const auto digest =
      make(report_of({found(done, "old one"), found(open, "money back"), found(refused, "never"),
                      found(0, "brand new", GapTrend::fresh), found(0, "over", GapTrend::solved)}));
  EXPECT_TRUE(digest.knows_gaps);
  EXPECT_THAT(labels(digest.top), ElementsAre("money back, please", "brand new"));
  EXPECT_THAT(labels(digest.rising), ElementsAre("brand new"));
}

// A writer had merged it since gaps were found: its link led to a gap that is no more.
TEST_F(DigestTest, LeavesOutWhatWasMergedAway) {
  const auto open = add_gap("money back");
  const auto digest = make(report_of({found(99, "refunds"), found(open, "money back")}));
  EXPECT_THAT(labels(digest.top), ElementsAre("money back"));
}

TEST_F(DigestTest, TellsTheLastWordOfEachProof) {
  const auto closed = add_gap("closed");
  const auto back = add_gap("came back");
  const auto old = add_gap("long ago");
  prove(closed, "closed");
  prove(back, "closed", std::chrono::hours(48));
  prove(back, "returned");
  prove(old, "closed", std::chrono::hours(24 * 20));
  const auto digest = make();
  EXPECT_THAT(labels(digest.closed), ElementsAre("closed"));
  EXPECT_THAT(labels(digest.returned), ElementsAre("came back"));
  EXPECT_EQ(digest.closed[0].before, (insights::Share{60, 80}));
  EXPECT_EQ(digest.closed[0].after, (insights::Share{3, 41}));
}

TEST_F(DigestTest, SaysHowFiguresAndTargetsStand) {
  put_visits();
  const auto added = store().write([&](store::Sql& sql) {
    return store::add_target(sql, {.figure = "zero_result_rate",
                                   .goal = 0.05,
                                   .by_day = insights::day_number("2026-03-09"),
                                   .who = "mihai",
                                   .created = center.site.clock.now()});
  });
  ASSERT_TRUE(added);
  const auto digest = make();
  ASSERT_THAT(digest.figures, SizeIs(2));
  EXPECT_EQ(digest.figures[0].now.rule->name, "deflection");
  EXPECT_EQ(digest.figures[1].now.value, 0.25);
  ASSERT_THAT(digest.at_risk, SizeIs(1));
  EXPECT_EQ(digest.at_risk[0].progress.outlook, insights::Outlook::missed);
}

TEST_F(DigestTest, NamesAFewWishes) {
  EXPECT_THAT(make().wishes, IsEmpty());
  for (int i = 0; i < 5; ++i) {
    const char* subjects[] = {"dark mode", "label printer", "fax gateway", "calendar feed",
                              "voice calls"};
    put_wish(std::to_string(i), subjects[i]);
  }
  EXPECT_THAT(make().wishes, SizeIs(3));
}

}  // namespace
}  // namespace kb
