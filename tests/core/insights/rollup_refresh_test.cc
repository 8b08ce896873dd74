#include "core/insights/rollup_refresh.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "core/store/event_table.h"
#include "core/text/calendar.h"
#include "tests/core/insights/day_scenario.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Action;
using store::Database;
using store::database_name;
using store::DayRange;
using store::Event;
using store::RollupCell;
using store::RollupDay;
using store::Sql;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr DayRange kAll{kMonday - 100, kMonday + 100};

class RollupRefresh : public store::StoreTest {
 protected:
  void put(const std::vector<Event>& events) {
    const std::string id = "batch " + std::to_string(++batches_);
    ASSERT_TRUE(store()
                    .write([&](Sql& sql) {
                      return store::put_batch(sql, {id, events});
                    })
                    .has_value());
  }
  void put(const std::string& events) { put(happened(events)); }
  std::vector<std::int64_t> refresh(std::int64_t today) {
    return refresh_rollups(store(), today).value();
  }
  template <class Work>
  void write(const Work& work) {
    ASSERT_TRUE(store().write(work).has_value());
  }
  std::vector<RollupCell> cells_of(std::string_view part, const DayRange& range, bool kept) {
    std::vector<RollupCell> cells;
    const auto visit = [&](const RollupCell& cell) -> Result<void> {
      cells.push_back(cell);
      return {};
    };
    const auto done = store().read([&](Sql& sql) {
      return kept ? store::each_cell(sql, range, part, visit) : read_sums(sql, range, part, visit);
    });
    EXPECT_TRUE(done.has_value());
    return cells;
  }
  std::string read(std::string_view part = kSitePart, const DayRange& range = kAll) {
    return sorted(cells_of(part, range, false));
  }
  std::string kept(std::string_view part = kSitePart, const DayRange& range = kAll) {
    return sorted(cells_of(part, range, true));
  }
  std::string figure(const std::string& counter) {
    return told(cells_of(kSitePart, kAll, false), counter);
  }
  static std::string sorted(std::vector<RollupCell> cells) {
    std::vector<std::string> lines;
    for (const RollupCell& cell : cells)
      lines.push_back(std::to_string(cell.day) + " " + all_cells({cell}));
    std::sort(lines.begin(), lines.end());
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
  }

 private:
  int batches_ = 0;
};
KB_ON_BOTH_DATABASES(RollupRefresh);

TEST_P(RollupRefresh, SumsDaysWhoseEventsChanged) {
  EXPECT_THAT(refresh(kMonday), IsEmpty());
  put("10:00:00 v1 page_viewed object=home\n+1 10:00:00 v2 page_viewed object=home");
  EXPECT_THAT(refresh(kMonday + 1), ElementsAre(kMonday, kMonday + 1));
  EXPECT_THAT(refresh(kMonday + 1), IsEmpty());
  put("+1 11:00:00 v3 page_viewed object=home");
  EXPECT_EQ(figure("sessions"), "sessions=3");  // before anybody summed it anew
  EXPECT_THAT(refresh(kMonday + 1), ElementsAre(kMonday + 1));
  EXPECT_EQ(read(), kept());
  EXPECT_EQ(figure("sessions"), "sessions=3");
}

TEST_P(RollupRefresh, ClosesADayOnceNobodyCanWriteAfterAll) {
  put("10:00:00 v1 page_viewed object=home");
  refresh(kMonday);
  const auto open = [&] {
    return store().read([](Sql& sql) { return store::rollup_days(sql, kAll); }).value().at(0).open;
  };
  EXPECT_THAT(refresh(kMonday + 8), IsEmpty());
  EXPECT_EQ(open(), 1);
  EXPECT_THAT(refresh(kMonday + 9), ElementsAre(kMonday));
  EXPECT_EQ(open(), 0);
  EXPECT_THAT(refresh(kMonday + 10), IsEmpty());
}

TEST_P(RollupRefresh, NoticesThatACustomerWroteAfterAll) {
  put(R"(
    10:00:00 v1 contact_opened form=f1
    10:01:00 v1 contact_solved form=f1 customer=ana
    +1 10:00:00 v2 page_viewed object=home)");
  refresh(kMonday + 1);
  EXPECT_EQ(figure("intents_confirmed"), "intents_confirmed=1");
  put("+6 10:00:00 v3 ticket_submitted customer=ana form=g value=1001");
  EXPECT_EQ(figure("intents_confirmed"), "intents_confirmed=0");
  EXPECT_THAT(refresh(kMonday + 6), ElementsAre(kMonday, kMonday + 6));
  EXPECT_EQ(read(), kept());
  EXPECT_EQ(figure("intents_confirmed"), "intents_confirmed=0");
}

TEST_P(RollupRefresh, SumsAnewWhatOtherRulesMade) {
  put("10:00:00 v1 page_viewed object=home");
  refresh(kMonday + 20);
  write([](Sql& sql) {
    const RollupCell old{kMonday, std::string(kSitePart), "", "", "", "", "sessions", 77};
    return store::put_day(sql, {kMonday, 1'000, kRollupRules - 1, 0}, {&old, 1});
  });
  EXPECT_EQ(figure("sessions"), "sessions=1");
  EXPECT_THAT(refresh(kMonday + 20), ElementsAre(kMonday));
}

TEST_P(RollupRefresh, ReadsOnlyTheRangeAndPartAskedFor) {
  put(R"(
    10:00:00 v1 searched text=a outcome=none
    +1 10:00:00 v1 searched text=b outcome=none
    +2 10:00:00 v1 searched text=c outcome=none)");
  const auto queries = [&] {
    std::string text;
    for (const RollupCell& cell : cells_of(kQueryPart, {kMonday + 1, kMonday + 1}, false))
      text += cell.object + ":" + cell.counter + " ";
    return text;
  };
  EXPECT_EQ(queries(), "b:searches b:visitors b:zero_results ");
  refresh(kMonday + 2);
  EXPECT_EQ(queries(), "b:searches b:visitors b:zero_results ");
}

TEST_P(RollupRefresh, PassesOnWhatTheReaderRefuses) {
  put("10:00:00 v1 page_viewed object=home");
  const auto refuse = [](const RollupCell&) -> Result<void> { return fail("enough"); };
  const auto ask = [&](Sql& sql) { return read_sums(sql, kAll, kSitePart, refuse); };
  EXPECT_EQ(store().read(ask).error().what, "enough");
  refresh(kMonday);
  EXPECT_EQ(store().read(ask).error().what, "enough");
}

// Days of 23 and 25 hours, cut by the calendar: a session that goes on past midnight is two, one
// through the repeated hour is one.
TEST_P(RollupRefresh, CountsByTheSitesDays) {
  const auto calendar = text::Calendar::of("Europe/Bucharest").value();
  std::vector<Event> events;
  const auto view = [&](std::string_view time) {
    Event event{.at = parse_time(time).value(), .visitor = 1, .object = "home"};
    event.day = calendar.day_of(event.at);
    events.push_back(event);
  };
  for (const auto* time : {"2026-10-24T20:50:00Z", "2026-10-24T21:10:00Z",  // midnight between
                           "2026-10-25T00:50:00Z", "2026-10-25T01:10:00Z",  // 03:50 and 03:10
                           "2026-10-25T21:59:59Z", "2026-10-25T22:00:00Z"})
    view(time);
  put(events);
  const std::int64_t first = events.front().day;
  refresh(first + 2);
  std::string sessions;
  for (std::int64_t day = first; day <= first + 2; ++day)
    sessions += told(cells_of(kSitePart, {day, day}, true), "sessions") + " ";
  EXPECT_EQ(sessions, "sessions=1 sessions=3 sessions=1 ");
}

std::vector<Event> random_events(std::mt19937& random, int count) {
  const auto any = [&](int below) {
    return static_cast<int>(random() % static_cast<unsigned>(below));
  };
  const std::array<std::string, 4> articles = {"pl/a/b", "pl/a/c", "ro/a/b", "home"};
  const std::array<std::string, 5> texts = {"zw", "zwrot", "zwrot kosztów", "karta", ""};
  const std::array<std::string, 5> outcomes = {"results", "none", "yes", "no", "point"};
  const std::array<std::string, 4> details = {"", R"({"shown":["pl/a/b","ro/a/b"]})",
                                              R"({"page":2})", R"({"reason":"outdated"})"};
  std::vector<Event> events;
  for (int i = 0; i < count; ++i) {
    Event event;
    event.day = kMonday + any(12);
    event.at = Time(std::chrono::hours(24 * event.day) + std::chrono::seconds(any(7'200)));
    event.action = static_cast<Action>(1 + any(14));
    event.visitor = any(12);
    event.who = any(20) == 0 ? store::Who::staff : store::Who::visitor;
    event.customer = any(3) == 0 ? "c" + std::to_string(any(5)) : "";
    event.form = "f" + std::to_string(any(30));
    event.query_id = any(3) == 0 ? "q" + std::to_string(any(20)) : "";
    event.lang = any(2) == 0 ? "pl" : "ro";
    event.object = articles.at(static_cast<std::size_t>(any(4)));
    event.position = any(5);
    event.value = any(6);
    event.outcome = outcomes.at(static_cast<std::size_t>(any(5)));
    event.text = texts.at(static_cast<std::size_t>(any(5)));
    event.detail = details.at(static_cast<std::size_t>(any(4)));
    events.push_back(event);
  }
  return events;
}

// Whatever came, in whatever portions, and however often it was summed on the way: what is kept is
// what the events alone say, and stays so when they are gone.
TEST_P(RollupRefresh, KeepsExactlyWhatTheEventsSay) {
  std::mt19937 random(20'260'302);
  std::int64_t today = kMonday;
  for (int portion = 0; portion < 12; ++portion) {
    put(random_events(random, 150));
    refresh(today += static_cast<std::int64_t>(random() % 3));
  }
  put(random_events(random, 150));
  for (const auto part : {kSitePart, kArticlePart, kQueryPart}) {
    std::vector<RollupCell> raw;
    for (std::int64_t day = kMonday; day < kMonday + 12; ++day) {
      const auto cells = store().read([&](Sql& sql) { return sum_day(sql, day); }).value();
      std::copy_if(cells.begin(), cells.end(), std::back_inserter(raw),
                   [&](const RollupCell& cell) { return cell.part == part; });
    }
    const std::string on_the_fly = read(part);
    EXPECT_EQ(on_the_fly, sorted(raw));
    refresh(today);
    EXPECT_EQ(kept(part), on_the_fly);
    EXPECT_FALSE(on_the_fly.empty());
  }

  const std::string before = read();
  write([](Sql& sql) { return store::drop_events_before(sql, kMonday + 6); });
  EXPECT_EQ(read(), before);
  EXPECT_THAT(refresh(today), IsEmpty());
  EXPECT_EQ(kept(), before);
}

}  // namespace
}  // namespace kb::insights
