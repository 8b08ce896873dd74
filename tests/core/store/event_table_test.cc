#include "core/store/event_table.h"

#include <gmock/gmock.h>

#include "tests/core/store/small_event.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kDay = 20'400;

class EventTable : public StoreTest {
 protected:
  bool put(const std::string& id, std::vector<Event> events) {
    const auto is_new = store().write([&](Sql& sql) {
      return put_batch(sql, {id, std::move(events)});
    });
    EXPECT_TRUE(is_new) << to_line(is_new.error());
    return is_new.value_or(false);
  }
  std::vector<Event> events(const EventSelection& selection = {}) {
    std::vector<Event> found;
    const auto read = store().read([&](Sql& sql) {
      return each_event(sql, selection, [&](const Event& event) -> Result<void> {
        found.push_back(event);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return found;
  }
  std::vector<std::string> objects(const EventSelection& selection = {}) {
    std::vector<std::string> names;
    for (const Event& event : events(selection)) names.push_back(event.object);
    return names;
  }
  std::vector<EventDay> days() { return store().read(event_days).value(); }
  std::int64_t count(const EventSelection& selection = {}) {
    return store().read([&](Sql& sql) { return count_events(sql, selection); }).value();
  }
};
KB_ON_BOTH_DATABASES(EventTable);

TEST_P(EventTable, GivesBackWhatWasPut) {
  const Event event{.at = Time(std::chrono::seconds(1'762'560'123)),
                    .day = kDay,
                    .action = Action::ticket_submitted,
                    .who = Who::staff,
                    .visitor = std::numeric_limits<std::int64_t>::min(),
                    .customer = "c0ffee",
                    .form = "f1",
                    .query_id = "q1",
                    .lang = "pt-BR",
                    .category = "billing",
                    .object = "pl/zwrot kosztów",
                    .position = 3,
                    .value = 1042,
                    .outcome = "form",
                    .text = "gdzie są moje pieniądze?",
                    .detail = R"({"note":"…"})"};
  EXPECT_TRUE(put("a", {event, event_at(kDay + 1)}));
  EXPECT_THAT(events(), ElementsAre(event, event_at(kDay + 1)));
}

TEST_P(EventTable, TakesABatchOnce) {
  EXPECT_TRUE(put("a", {event_at(kDay)}));
  EXPECT_FALSE(put("a", {event_at(kDay), event_at(kDay)}));
  EXPECT_TRUE(put("b", {event_at(kDay)}));
  EXPECT_EQ(count(), 2);
  const auto known = [&](const char* id) {
    return store().read([&](Sql& sql) { return has_batch(sql, id); }).value();
  };
  EXPECT_TRUE(known("a"));
  EXPECT_FALSE(known("c"));
}

TEST_P(EventTable, TellsOfManyBatchesWhichWereNew) {
  EXPECT_TRUE(put("b", {event_at(kDay)}));
  const std::vector<EventBatch> batches = {{"a", {event_at(kDay, 0, 1, "first")}},
                                           {"b", {event_at(kDay, 0, 2, "known")}},
                                           {"a", {event_at(kDay, 0, 3, "again")}},
                                           {"c", {}}};
  const auto is_new = store().write([&](Sql& sql) { return put_batches(sql, batches); });
  ASSERT_TRUE(is_new) << to_line(is_new.error());
  EXPECT_THAT(*is_new, ElementsAre(true, false, false, true));
  EXPECT_THAT(objects(), ElementsAre("", "first"));
}

TEST_P(EventTable, TakesAnyNumberAtOnce) {
  for (const std::size_t size : {0U, 1U, 15U, 16U, 127U, 128U, 1'000U}) {
    std::vector<Event> batch;
    for (std::size_t i = 0; i < size; ++i)
      batch.push_back(event_at(static_cast<std::int64_t>(size), 0, 0, std::to_string(i)));
    EXPECT_TRUE(put(std::to_string(size), batch));
    const auto day = static_cast<std::int64_t>(size);
    EXPECT_EQ(events({.from_day = day, .to_day = day}), batch) << size;
  }
}

TEST_P(EventTable, GoesByDayVisitorAndTime) {
  EXPECT_TRUE(put("a", {event_at(kDay + 1, 1, 5, "later day"), event_at(kDay, 2, 9, "2 late"),
                        event_at(kDay, 2, 1, "2 early"), event_at(kDay, 1, 4, "1"),
                        event_at(kDay, -1, 7, "negative")}));
  EXPECT_TRUE(put("b", {event_at(kDay, 2, 1, "2 early, came after")}));
  EXPECT_THAT(objects(), ElementsAre("negative", "1", "2 early", "2 early, came after", "2 late",
                                     "later day"));
}

TEST_P(EventTable, SelectsDaysInclusively) {
  EXPECT_TRUE(put("a", {event_at(1, 0, 0, "1"), event_at(2, 0, 0, "2"), event_at(3, 0, 0, "3"),
                        event_at(4, 0, 0, "4")}));
  struct Case {
    std::optional<std::int64_t> from, to;
    std::vector<std::string> found;
  };
  const std::vector<Case> cases = {{{}, {}, {"1", "2", "3", "4"}},
                                   {2, 3, {"2", "3"}},
                                   {3, {}, {"3", "4"}},
                                   {{}, 1, {"1"}},
                                   {5, 9, {}},
                                   {3, 2, {}}};
  for (const auto& [from, to, found] : cases) {
    EXPECT_EQ(objects({.from_day = from, .to_day = to}), found);
    EXPECT_EQ(count({.from_day = from, .to_day = to}), static_cast<std::int64_t>(found.size()));
  }
}

TEST_P(EventTable, SelectsACustomer) {
  auto mine = event_at(kDay, 5, 0, "mine");
  mine.customer = "ana";
  auto earlier = event_at(kDay - 3, 9, 0, "earlier");
  earlier.customer = "ana";
  auto other = event_at(kDay, 5, 1, "other");
  other.customer = "ion";
  EXPECT_TRUE(put("a", {mine, other, earlier, event_at(kDay, 5, 2, "unknown")}));
  EXPECT_THAT(objects({.customer = "ana"}), ElementsAre("earlier", "mine"));
  EXPECT_THAT(objects({.from_day = kDay, .to_day = kDay, .customer = "ana"}), ElementsAre("mine"));
  EXPECT_EQ(count({.customer = "ana"}), 2);
  EXPECT_EQ(count({.from_day = kDay + 1, .customer = "ana"}), 0);
}

TEST_P(EventTable, StopsWhereTheVisitorDoes) {
  EXPECT_TRUE(put("a", {event_at(1), event_at(2), event_at(2)}));
  int visited = 0;
  const auto read = store().read([&](Sql& sql) {
    return each_event(sql, {}, [&](const Event&) -> Result<void> {
      ++visited;
      return fail("enough");
    });
  });
  EXPECT_EQ(read.error().what, "enough");
  EXPECT_EQ(visited, 1);
}

TEST_P(EventTable, TellsWhichDaysChanged) {
  EXPECT_THAT(days(), IsEmpty());
  EXPECT_TRUE(put("a", {event_at(1), event_at(2), event_at(2)}));
  const auto before = days();
  ASSERT_EQ(before.size(), 2U);
  EXPECT_EQ(before[0].events, 1);
  EXPECT_EQ(before[1].events, 2);
  EXPECT_TRUE(put("b", {event_at(2)}));
  EXPECT_FALSE(put("b", {event_at(1)}));
  const auto after = days();
  EXPECT_EQ(after[0], before[0]);
  EXPECT_EQ(after[1].events, 3);
  EXPECT_GT(after[1].last, before[1].last);
}

TEST_P(EventTable, DropsWholeDays) {
  EXPECT_TRUE(put("a", {event_at(1), event_at(2), event_at(2), event_at(3, 0, 0, "kept")}));
  const auto dropped = store().write([](Sql& sql) { return drop_events_before(sql, 3); });
  ASSERT_TRUE(dropped) << to_line(dropped.error());
  EXPECT_EQ(*dropped, 3);
  EXPECT_THAT(objects(), ElementsAre("kept"));
  ASSERT_EQ(days().size(), 1U);
  EXPECT_EQ(days()[0].day, 3);
}

// The number of a day's last event would start anew, and the day's sums look right.
TEST_P(EventTable, TheLastOfADayGrowsAfterAllWasDropped) {
  EXPECT_TRUE(put("a", {event_at(1), event_at(1)}));
  const auto before = days().at(0).last;
  ASSERT_TRUE(store().write([](Sql& sql) { return drop_events_before(sql, 9); }));
  EXPECT_TRUE(put("b", {event_at(1)}));
  EXPECT_GT(days().at(0).last, before);
}

TEST_P(EventTable, ForgetsACustomerAndKeepsWhatHappened) {
  auto mine = event_at(kDay, 5, 0, "mine");
  mine.customer = "ana";
  EXPECT_TRUE(put("a", {mine, event_at(kDay, 5, 1)}));
  const auto forget = [&](const char* who) {
    return store().write([&](Sql& sql) { return forget_customer(sql, who); }).value();
  };
  EXPECT_EQ(forget(""), 0);
  EXPECT_EQ(forget("ion"), 0);
  EXPECT_EQ(forget("ana"), 1);
  EXPECT_EQ(count({.customer = "ana"}), 0);
  EXPECT_EQ(count(), 2);
}

TEST_P(EventTable, RemembersBatchesForThreeDays) {
  const auto event = event_at(kDay);
  EXPECT_TRUE(put("a", {event}));
  const auto drop = [&](Time now) {
    ASSERT_TRUE(store().write([&](Sql& sql) { return drop_old_batches(sql, now); }));
  };
  drop(event.at + kBatchMemory);
  EXPECT_FALSE(put("a", {event}));
  drop(event.at + kBatchMemory + 1s);
  EXPECT_TRUE(put("a", {event}));
}

}  // namespace
}  // namespace kb::store
