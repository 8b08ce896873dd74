#include "server/commands/retain_command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/event_table.h"
#include "core/store/store.h"
#include "tests/core/store/small_event.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class RetainCommand : public SiteCommand {
 protected:
  void put_old_events() {
    const auto store = store::Store::open("sqlite:" + database(), store::Store::Access::write);
    ASSERT_TRUE(store) << to_line(store.error());
    ASSERT_TRUE((*store)->write([](store::Sql& sql) {
      return store::put_batch(sql, {"old", {store::event_at(15'000, 1), store::event_at(15'000)}});
    }));
  }
};

TEST_F(RetainCommand, TellsWhatWouldGoAndThenRemovesIt) {
  put_old_events();
  const auto asked = run({"retain", "--dry-run", "--json"});
  EXPECT_EQ(asked.status, 0) << asked.err;
  EXPECT_EQ(nlohmann::json::parse(asked.out).at("events"), 2);
  const auto gone = run({"retain"});
  EXPECT_EQ(gone.status, 0) << gone.err;
  EXPECT_THAT(gone.out, HasSubstr("2  events"));
  EXPECT_EQ(nlohmann::json::parse(run({"retain", "--json"}).out).at("events"), 0);
}

}  // namespace
}  // namespace kb
