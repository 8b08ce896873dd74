#include "server/event_export.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/event_table.h"
#include "tests/core/store/small_event.h"
#include "tests/server/sqlite_store.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::ElementsAre;

constexpr std::int64_t kDay = 20'400;

class EventExport : public testing::Test {
 protected:
  void put(const std::vector<store::Event>& events) {
    ASSERT_TRUE(store->write([&](store::Sql& sql) {
      return store::put_batch(sql, {"batch", events});
    }));
  }
  std::vector<json> lines(const store::DayRange& days, EventLines which = EventLines::events) {
    std::vector<json> lines;
    const auto done = store->read([&](store::Sql& sql) {
      return export_events(sql, days, which, [&](std::string_view line) -> Result<void> {
        EXPECT_TRUE(line.ends_with("\n"));
        lines.push_back(json::parse(line));
        return {};
      });
    });
    EXPECT_TRUE(done) << to_line(done.error());
    return lines;
  }
  std::vector<std::string> sessions(const store::DayRange& days) {
    std::vector<std::string> sessions;
    for (const auto& line : lines(days)) sessions.push_back(line.at("session_id"));
    return sessions;
  }

  SqliteStore store;
};

TEST_F(EventExport, GivesEachSessionItsName) {
  constexpr int kHour = 3'600;
  put({store::event_at(kDay, 1, 0), store::event_at(kDay, 1, 60), store::event_at(kDay, 1, kHour),
       store::event_at(kDay, 2, 0), store::event_at(kDay + 1, 1, 0), store::event_at(kDay, 0, 0)});
  const auto begin = kDay * 86'400;
  const auto name = [](const char* visitor, std::int64_t second) {
    return visitor + ("-" + std::to_string(second));
  };
  constexpr const char* kFirst = "0000000000000001";
  EXPECT_THAT(sessions({kDay, kDay + 1}),
              ElementsAre("", name(kFirst, begin), name(kFirst, begin), name(kFirst, begin + kHour),
                          name("0000000000000002", begin), name(kFirst, begin + 86'400)));
  EXPECT_EQ(sessions({kDay + 1, kDay + 1}).size(), 1U);
}

TEST_F(EventExport, GivesTheSearchesAlone) {
  auto search = store::event_at(kDay, 1, 5);
  search.action = store::Action::searched;
  search.text = "zwrot";
  put({search, store::event_at(kDay, 1, 6)});
  const auto queries = lines({kDay, kDay}, EventLines::queries);
  ASSERT_EQ(queries.size(), 1U);
  EXPECT_EQ(queries[0].at("user_query"), "zwrot");
}

TEST_F(EventExport, EndsWhereNothingMoreCanBePrinted) {
  put({store::event_at(kDay, 1), store::event_at(kDay, 2), store::event_at(kDay, 3)});
  int printed = 0;
  const auto done = store->read([&](store::Sql& sql) {
    return export_events(sql, {kDay, kDay}, EventLines::events,
                         [&](std::string_view) -> Result<void> {
                           ++printed;
                           return fail("full");
                         });
  });
  EXPECT_EQ(done.error().what, "full");
  EXPECT_EQ(printed, 1);
}

}  // namespace
}  // namespace kb
