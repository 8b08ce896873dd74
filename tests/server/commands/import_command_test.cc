#include "server/commands/import_command.h"

#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "core/store/store.h"
#include "core/store/ticket_table.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class ImportCommand : public SiteCommand {
 protected:
  std::string file(const std::string& name, const std::string& content) const {
    const auto path = (site.folder() / name).string();
    std::ofstream(path) << content;
    return path;
  }
  static std::string ticket(const std::string& id, const std::string& question) {
    return R"({"id": ")" + id + R"(", "created": "2026-03-02T09:00:00Z", "status": "solved",)" +
           R"( "question": ")" + question + R"(", "answer": "Within 14 days."})" + "\n";
  }
  std::optional<Ticket> stored(const std::string& source, const std::string& id) const {
    const auto store = store::Store::open("sqlite:" + database(), store::Store::Access::read);
    if (!store) return std::nullopt;
    auto found =
        (*store)->read([&](store::Sql& sql) { return store::find_ticket(sql, source, id); });
    return found ? *found : std::nullopt;
  }
};

TEST_F(ImportCommand, ReadsAFileOnceAndRedactsIt) {
  const auto export_file =
      file("desk.jsonl", ticket("1", "Where is my refund? Write to ana@mail.example"));
  const auto first = run({"import", export_file});
  EXPECT_EQ(first.status, 0) << first.err;
  EXPECT_THAT(first.out, HasSubstr("1 tickets added"));
  EXPECT_THAT(first.out, HasSubstr("kb-index build"));
  const auto kept = stored("desk", "1");
  ASSERT_TRUE(kept);
  EXPECT_THAT(kept->question, HasSubstr("«e-mail»"));
  EXPECT_THAT(run({"import", export_file}).out, HasSubstr("0 tickets added"));
}

TEST_F(ImportCommand, TellsWhatItLeavesOutAndKeepsTheRest) {
  const auto mixed = file("mixed.jsonl", ticket("1", "Where is my refund?") + "{broken\n" +
                                             ticket("2", "How do I pair the hub?"));
  const auto outcome = run({"import", mixed, "--source", "desk"});
  EXPECT_EQ(outcome.status, 1);
  EXPECT_THAT(outcome.err, HasSubstr("mixed.jsonl:2"));
  EXPECT_TRUE(stored("desk", "1"));
  EXPECT_TRUE(stored("desk", "2"));
}

TEST_F(ImportCommand, PrintsOneObjectOfJson) {
  const auto outcome = run({"import", file("desk.jsonl", ticket("1", "Refund?")), "--json"});
  const auto told = nlohmann::json::parse(outcome.out);
  EXPECT_EQ(told.at("added"), 1);
  EXPECT_TRUE(told.at("problems").empty());
}

TEST_F(ImportCommand, SaysWhichFileOrFormatItDoesNotKnow) {
  EXPECT_EQ(run({"import", "nowhere.jsonl"}).status, 2);
  const auto odd = file("export.xyz", "?");
  EXPECT_EQ(run({"import", odd}).status, 2);
  EXPECT_THAT(run({"import", odd, "--format", "fax"}).err, HasSubstr("fax"));
}

}  // namespace
}  // namespace kb
