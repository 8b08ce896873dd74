#include "core/tickets/json_file.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

TEST(JsonFile, BrokenTicketsNameTheirLine) {
  const TemporaryFolder folder;
  folder.write("a.jsonl",
               "{\"id\": \"1\", \"question\": \"x\"}\n{\"id\": nonsense}\n{\"id\": \"3\"}\n");
  const auto path = folder.path() / "a.jsonl";
  auto file = open_json_file(path, Format::json_lines, {});
  ASSERT_TRUE(file);
  std::vector<Result<RawTicket>> read;
  while (auto record = (*file)->next()) read.push_back((**record).read());
  ASSERT_EQ(read.size(), 3U);
  EXPECT_EQ(read[0]->where, path.string() + ":1");
  ASSERT_FALSE(read[1]);
  EXPECT_EQ(read[1].error().where, path.string() + ":2");
  EXPECT_EQ(read[1].error().what.substr(0, 12), "broken JSON:");
  EXPECT_EQ(read[2]->id, "3");
  EXPECT_EQ((*file)->position().byte, std::filesystem::file_size(path));
}

TEST(JsonFile, InvalidUtf8IsBroken) {
  EXPECT_FALSE(read_json_ticket("{\"id\": \"caf\xE9\"}", Format::json_lines));
  EXPECT_FALSE(read_json_ticket("", Format::zendesk));
  EXPECT_EQ(read_json_ticket("{\"id\": 5}", Format::zammad)->id, "5");
  EXPECT_EQ(read_json_ticket("{\"id\": 5}", Format::chatwoot)->id, "5");
}

TEST(JsonFile, AMissingFileIsAnError) {
  EXPECT_FALSE(open_json_file("/nowhere.json", Format::zendesk, {}));
}

}  // namespace
