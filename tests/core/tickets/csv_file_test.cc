#include "core/tickets/csv_file.h"

#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

std::string read_csv(const std::string& text,
                     const std::map<std::string, std::string>& columns = {}) {
  const TemporaryFolder folder;
  folder.write("a.csv", text);
  auto file = open_csv_file(folder.path() / "a.csv", columns, {});
  if (!file) return file.error().what;
  std::string told;
  while (auto record = (*file)->next()) {
    const auto raw = *record ? (*record)->read() : Result<RawTicket>(fail(record->error()));
    if (raw)
      told += raw->id + "=" + raw->question + " ";
    else
      told += "<" + raw.error().where.substr(raw.error().where.rfind(':') + 1) + ": " +
              raw.error().what + "> ";
  }
  return told;
}

TEST(CsvFile, RowsAreTickets) {
  EXPECT_EQ(
      read_csv(
          "\xEF\xBB\xBFid,created,question\r\n1,2026-06-03,\"a\nb\"\r\n\r\n2,2026-06-03,c\r\n"),
      "1=a\nb 2=c ");
  EXPECT_EQ(read_csv("id;created;question\n1;2026-06-03;a,b\n"), "1=a,b ");
  EXPECT_EQ(read_csv("id,created\n"), "");
}

// One stray quote swallowed every ticket below it.
TEST(CsvFile, GetsBackInStepAfterWrongQuoting) {
  EXPECT_EQ(
      read_csv("id,created,question\n1,2026-06-03,\"open\n2,2026-06-03,b\n3,2026-06-03,\"c\"\n"),
      "<2: wrong quoting: text after a closing quote> 2=b 3=c ");
  EXPECT_EQ(read_csv("id,created,question\n1,2026-06-03,\"open\n2,2026-06-03,b\n"),
            "<2: wrong quoting: a quote is opened and never closed> 2=b ");
  EXPECT_EQ(read_csv("id,created,question\n1,2026-06-03\nx\ny\n2,2026-06-03,b\n"),
            "<2: 2 fields where the header has 3; lines up to 4 are skipped> 2=b ");
}

TEST(CsvFile, OtherEncodingsAreNamedOrTold) {
  const std::string rows = "id,created,question\n1,2026-06-03,caf\xE9\n2,2026-06-03,b\n";
  EXPECT_EQ(read_csv(rows), "<2: not in UTF-8> 2=b ");
  EXPECT_EQ(read_csv(rows, {{"encoding", "windows-1252"}}), "1=café 2=b ");
  EXPECT_EQ(read_csv(rows, {{"encoding", "klingon"}}), "unknown encoding 'klingon'");
  EXPECT_EQ(read_csv("\xFF\xFEi"), "the file is in UTF-16");
}

TEST(CsvFile, GoesOnWhereItStopped) {
  const TemporaryFolder folder;
  folder.write("a.csv", "id,created\n1,2026-06-03\n");
  auto first = open_csv_file(folder.path() / "a.csv", {}, {});
  ASSERT_TRUE((*first)->next() && !(*first)->next());
  folder.write("a.csv", "id,created\n1,2026-06-03\n2,2026-06-03\n");
  auto second = open_csv_file(folder.path() / "a.csv", {}, (*first)->position());
  const auto record = (*second)->next();
  ASSERT_TRUE(record && *record);
  EXPECT_EQ((**record).read()->id, "2");
  EXPECT_EQ((*second)->position().line, 4U);
}

}  // namespace
