#include "indexer/replay/replay_query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/core/base/temporary_folder.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;

Result<std::vector<ReplayQuery>> read(const std::string& text) {
  TemporaryFolder folder;
  folder.write("queries.tsv", text);
  return read_query_file(folder.path() / "queries.tsv");
}

TEST(QueryFile, HasAQueryALine) {
  const auto queries = read(
      "# what customers asked\n\nzwrot kosztów\tPL\r\nrefund\ten\ten/billing/refund\nx\ten\t\n");
  ASSERT_TRUE(queries) << to_line(queries.error());
  EXPECT_THAT(
      *queries,
      ElementsAre(ReplayQuery{.text = "zwrot kosztów", .lang = "pl"},
                  ReplayQuery{.text = "refund", .lang = "en", .expected = "en/billing/refund"},
                  ReplayQuery{.text = "x", .lang = "en"}));
}

TEST(QueryFile, TellsWhichLineIsWrong) {
  for (const char* line :
       {"no language", "\ten", "a\tklingon", "a\ten\tnowhere", "a\ten\ten/", "a\ten\ten/b\tmore"}) {
    const auto queries = read("refund\ten\n" + std::string(line) + "\n");
    ASSERT_FALSE(queries) << line;
    EXPECT_THAT(queries.error().where, EndsWith("queries.tsv:2")) << line;
  }
  EXPECT_THAT(read("# none\n").error().what, HasSubstr("has no query"));
  EXPECT_FALSE(read_query_file("/nowhere/queries.tsv"));
}

}  // namespace
}  // namespace kb
