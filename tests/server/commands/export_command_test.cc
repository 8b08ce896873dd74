#include "server/commands/export_command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/event_table.h"
#include "core/store/store.h"
#include "tests/core/store/small_event.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class ExportCommand : public SiteCommand {
 protected:
  void SetUp() override {
    auto search = store::event_at(20'400, 1);  // 2025-11-08
    search.action = store::Action::searched;
    search.text = "zwrot";
    const auto store = store::Store::open("sqlite:" + database(), store::Store::Access::write);
    ASSERT_TRUE(store) << to_line(store.error());
    ASSERT_TRUE((*store)->write([&](store::Sql& sql) {
      return store::put_batch(sql, {"a", {search, store::event_at(20'401, 1)}});
    }));
  }
  static auto lines(const std::string& text) { return std::count(text.begin(), text.end(), '\n'); }
};

TEST_F(ExportCommand, PrintsTheEventsOfTheDays) {
  const auto all = run({"export", "events"});
  EXPECT_EQ(all.status, 0) << all.err;
  EXPECT_EQ(lines(all.out), 2);
  const auto one = run({"export", "events", "--from", "2025-11-08", "--to", "2025-11-08"});
  EXPECT_EQ(lines(one.out), 1);
  EXPECT_EQ(nlohmann::json::parse(one.out).at("action_name"), "searched");
  EXPECT_EQ(run({"export", "events", "--from", "2025-11-10"}).out, "");
}

TEST_F(ExportCommand, PrintsTheSearches) {
  const auto queries = run({"export", "events", "--queries"});
  EXPECT_EQ(nlohmann::json::parse(queries.out).at("user_query"), "zwrot");
}

TEST_F(ExportCommand, SaysWhatIsWrong) {
  struct Case {
    std::vector<std::string> flags;
    const char* told;
  };
  const std::vector<Case> cases = {
      {{"--from", "soon"}, "--from"},
      {{"--from", "2025-11-09", "--to", "2025-11-08"}, "before the first"},
      {{"--format", "xml"}, "ubi"}};
  for (const auto& [flags, told] : cases) {
    std::vector<std::string> arguments = {"export", "events"};
    arguments.insert(arguments.end(), flags.begin(), flags.end());
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr(told));
  }
}

}  // namespace
}  // namespace kb
