#include "core/index/file_table.h"

#include <gtest/gtest.h>

#include "tests/core/index/damage.h"

namespace kb::index {
namespace {

FileTable sample_table() {
  FileTable table;
  table.put("kb-file:0/en/hub.svg", {"00112233445566778899aabbccddeeff", 1234, -5});
  table.put("kb-file:0/ro/hub.svg",
            {"00112233445566778899aabbccddeeff", 1234, 1'770'000'000'000, 640, 65'535});
  return table;
}

TEST(FileTable, ComesBackAsItWasWritten) {
  for (const auto& table : {FileTable{}, sample_table()}) {
    const auto read = FileTable::decode(table.encode());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->all(), table.all());
  }
  EXPECT_EQ(sample_table().find("kb-file:0/en/hub.svg")->size, 1234U);
  EXPECT_EQ(sample_table().find("kb-file:0/en/hub.svg")->width, 0U);
  EXPECT_EQ(sample_table().find("kb-file:0/en/missing.svg"), nullptr);
}

TEST(FileTable, DamagedIsAnErrorOrATable) {
  for_each_damage(sample_table().encode(), [](const std::string& damaged) {
    const auto table = FileTable::decode(damaged);
    EXPECT_TRUE(!table || table->all().size() <= damaged.size());
  });
  const auto bytes = sample_table().encode();
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(FileTable::decode(bytes.substr(0, size))) << size;
}

}  // namespace
}  // namespace kb::index
