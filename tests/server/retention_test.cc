#include "server/retention.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/answer_watches.h"
#include "core/store/contact_tickets.h"
#include "core/store/deliveries.h"
#include "core/store/event_table.h"
#include "core/store/rollup_table.h"
#include "core/store/visitor_salts.h"
#include "tests/core/store/small_event.h"
#include "tests/server/sqlite_store.h"

namespace kb {
namespace {

using namespace std::chrono_literals;
using store::Sql;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr std::int64_t kToday = 20'400;
constexpr Time kNow{std::chrono::seconds(kToday * 86'400 + 3'600)};

class RetentionTest : public testing::Test {
 protected:
  RetentionTest() {
    config.insights.keep_days = 30;
    config.contact.keep_days = 10;
  }
  Retained retain_now(bool only_asked = false) {
    return retain(*store, {.config = config,
                           .calendar = calendar,
                           .now = kNow,
                           .refresh_rollups =
                               [this](store::Store&, std::int64_t today) {
                                 refreshed_for = today;
                                 return refresh;
                               },
                           .only_asked = only_asked});
  }
  template <class Work>
  auto done(const Work& work) {
    auto outcome = store->write(work);
    EXPECT_TRUE(outcome) << to_line(outcome.error());
    return std::move(outcome).value();
  }
  // Events of a day, with its sums as they are now.
  void put_events(std::int64_t day, int count) {
    store::EventBatch batch{std::to_string(day), {}};
    for (int i = 0; i < count; ++i) batch.events.push_back(store::event_at(day, i));
    done([&](Sql& sql) { return store::put_batch(sql, batch); });
  }
  void sum(std::int64_t day, std::int64_t open = 0) {
    const auto days = done([](Sql& sql) { return store::event_days(sql); });
    for (const auto& each : days)
      if (each.day == day) {
        const store::RollupDay sums{.day = day, .last = each.last, .rules = 1, .open = open};
        const auto put = store->write([&](Sql& sql) { return store::put_day(sql, sums, {}); });
        EXPECT_TRUE(put);
      }
  }
  std::vector<std::int64_t> days() {
    std::vector<std::int64_t> days;
    for (const auto& day : done([](Sql& sql) { return store::event_days(sql); }))
      days.push_back(day.day);
    return days;
  }

  SqliteStore store;
  Config config;
  const text::Calendar calendar = text::Calendar::of("UTC").value();
  Result<void> refresh;
  std::int64_t refreshed_for = 0;
};

TEST_F(RetentionTest, EventsGoAfterTheirDaysAndNotBefore) {
  for (const std::int64_t day : {kToday - 40, kToday - 31, kToday - 30, kToday}) {
    put_events(day, 3);
    sum(day);
  }
  const auto gone = retain_now();
  EXPECT_EQ(gone.events, 6);
  EXPECT_THAT(gone.problems, IsEmpty());
  EXPECT_THAT(days(), ElementsAre(kToday - 30, kToday));
  EXPECT_EQ(refreshed_for, kToday);
}

TEST_F(RetentionTest, EventsWithoutTheirSumsStay) {
  put_events(kToday - 50, 1);
  sum(kToday - 50);
  put_events(kToday - 49, 1);  // never summed
  put_events(kToday - 48, 1);
  sum(kToday - 48);
  EXPECT_EQ(retain_now().events, 1);
  EXPECT_THAT(days(), ElementsAre(kToday - 49, kToday - 48));
  sum(kToday - 49, 1);  // a later ticket may still change it
  EXPECT_EQ(retain_now().events, 0);
  sum(kToday - 49);
  EXPECT_EQ(retain_now().events, 2);
}

// An event that came after its day was summed would be lost.
TEST_F(RetentionTest, EventsThatCameAfterTheirSumsStay) {
  put_events(kToday - 50, 1);
  sum(kToday - 50);
  done([&](Sql& sql) { return store::put_batch(sql, {"late", {store::event_at(kToday - 50)}}); });
  EXPECT_EQ(retain_now().events, 0);
}

TEST_F(RetentionTest, WhatCannotBeSummedIsToldAndTheRestGoesOn) {
  refresh = fail("cannot sum", "test");
  put_events(kToday - 50, 1);
  sum(kToday - 50);
  done([](Sql& sql) { return store::add_watch(sql, {.token_hash = "t", .created = kNow - 49h}); });
  const auto gone = retain_now();
  ASSERT_EQ(gone.problems.size(), 1U);
  EXPECT_EQ(gone.problems[0].what, "cannot sum");
  EXPECT_EQ(gone.watches, 1);
  EXPECT_EQ(gone.events, 1) << "its sums are there all the same";
}

TEST_F(RetentionTest, OtherThingsGoEachInTheirTime) {
  done([](Sql& sql) { return store::salt_of_day(sql, kToday - 1); });
  const auto today = done([](Sql& sql) { return store::salt_of_day(sql, kToday); });
  for (const auto age : {47h, 49h})
    done([&](Sql& sql) {
      const auto name = std::to_string(age.count());
      return store::add_watch(sql, {.token_hash = name, .query = name, .created = kNow - age});
    });
  for (const auto age : {29, 31})
    done([&](Sql& sql) {
      return store::add_delivery(sql, {.key = std::to_string(age),
                                       .state = store::DeliveryState::delivered,
                                       .next = kNow - age * 24h});
    });
  for (const auto age : {9, 11})
    done([&](Sql& sql) {
      const auto name = std::to_string(age);
      return store::put_contact_ticket(
          sql,
          {.token_hash = name, .send_key = name, .subject = name, .created = kNow - age * 24h});
    });
  const auto gone = retain_now();
  EXPECT_THAT(gone.problems, IsEmpty());
  EXPECT_EQ(gone.watches, 1);
  EXPECT_EQ(gone.deliveries, 1);
  EXPECT_EQ(gone.contact_texts, 1);
  EXPECT_EQ(done([](Sql& sql) { return store::find_contact_ticket(sql, 1001); })->subject, "9");
  const auto salts = done([](Sql& sql) { return sql.all("SELECT salt FROM visitor_salts"); });
  ASSERT_EQ(salts.size(), 1U);
  EXPECT_EQ(salts[0].text(0), today);
}

TEST_F(RetentionTest, OnlyAskedChangesNothing) {
  put_events(kToday - 50, 4);
  done([](Sql& sql) { return store::add_watch(sql, {.token_hash = "t", .created = kNow - 49h}); });
  for (int time = 0; time < 2; ++time) {
    const auto gone = retain_now(true);
    EXPECT_THAT(gone.problems, IsEmpty());
    EXPECT_EQ(gone.events, 4);
    EXPECT_EQ(gone.watches, 1);
  }
  EXPECT_THAT(days(), ElementsAre(kToday - 50));
  EXPECT_EQ(refreshed_for, 0);
}

TEST_F(RetentionTest, IsAnsweredToCommands) {
  put_events(kToday - 50, 4);
  const ManualClock clock(kNow);
  const auto ask = [&](const nlohmann::json& request) {
    return answer_retain_request(*store, config, clock, request);
  };
  EXPECT_EQ(ask({{"dry_run", true}}).value().at("events"), 4);
  EXPECT_EQ(days().size(), 1U);
  const auto gone = ask(nlohmann::json::object());
  ASSERT_TRUE(gone) << to_line(gone.error());
  EXPECT_EQ(gone->at("events"), 4) << "summed first";
  EXPECT_THAT(gone->at("problems"), IsEmpty());
  EXPECT_THAT(days(), IsEmpty());
  EXPECT_THAT(to_line(ask({{"dry_run", "yes"}}).error()), HasSubstr("dry_run"));
}

}  // namespace
}  // namespace kb
