#include "core/tickets/csv_row.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;

Result<CsvRow> read_row(const std::string& text, char delimiter = ',') {
  const TemporaryFolder folder;
  folder.write("a.csv", text);
  auto file = InputFile::open(folder.path() / "a.csv");
  return read_csv_row(*file, delimiter);
}

TEST(CsvRow, FieldsMayBeQuotedOverLines) {
  EXPECT_THAT(*read_row("a,\"b, \"\"c\"\"\nd\",,e\nnext"),
              ElementsAre("a", "b, \"c\"\nd", "", "e"));
  EXPECT_THAT(*read_row("a;b\r\n", ';'), ElementsAre("a", "b"));
  EXPECT_THAT(*read_row("a\t\"\"", '\t'), ElementsAre("a", ""));
  EXPECT_THAT(*read_row("a \"b\" c,d"), ElementsAre("a \"b\" c", "d"));
  EXPECT_THAT(*read_row("=1+2,x"), ElementsAre("=1+2", "x"));
}

TEST(CsvRow, WrongQuotingIsAnError) {
  EXPECT_EQ(read_row("a,\"b\"c,d\n").error().what, "wrong quoting: text after a closing quote");
  EXPECT_EQ(read_row("a,\"b\n").error().what, "wrong quoting: a quote is opened and never closed");
  EXPECT_EQ(read_row(std::string(6 << 20, 'x')).error().what,
            "the row is larger than 5 MB: skipped");
}

TEST(CsvRow, TheDelimiterIsWhatTheHeaderHasMostOf) {
  EXPECT_EQ(detect_delimiter("id,subject"), ',');
  EXPECT_EQ(detect_delimiter("id;\"a,b,c\";x"), ';');
  EXPECT_EQ(detect_delimiter("id\tsubject"), '\t');
  EXPECT_EQ(detect_delimiter("id"), ',');
}

}  // namespace
