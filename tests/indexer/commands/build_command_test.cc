#include "indexer/commands/build_command.h"

#include <nlohmann/json.hpp>

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST_F(IndexCommand, BuildsAndSaysWhatIsLive) {
  const auto built = run({"build"});
  EXPECT_EQ(built.status, 0);
  EXPECT_EQ(built.out, "");
  EXPECT_THAT(built.err, HasSubstr("Generation 1 is live: 2 files read, 0 unchanged"));
  const auto again = run({"build"});
  EXPECT_EQ(again.status, 0);
  EXPECT_THAT(again.err, HasSubstr("Nothing has changed: generation 1 stays live"));
  EXPECT_THAT(run({"build", "--full"}).err, HasSubstr("Generation 2 is live: 2 files read"));
}

TEST_F(IndexCommand, TellsContentErrorsByFileAndLine) {
  site.write("en/bad.md", "---\ntitle: A\nupdated: soon\n---\nText.\n");
  const auto built = run({"build"});
  EXPECT_EQ(built.status, 1);
  EXPECT_THAT(built.err, HasSubstr((site.content() / "en/bad.md").string() + ":3: "));
  EXPECT_THAT(built.err, HasSubstr("1 problem, listed above."));
}

TEST_F(IndexCommand, PrintsOneJsonObject) {
  site.write("en/bad.md", "");
  const auto built = run({"build", "--json"});
  EXPECT_EQ(built.status, 1);
  const auto report = json::parse(built.out);
  EXPECT_EQ(report.at("generation"), 1);
  EXPECT_EQ(report.at("published"), true);
  EXPECT_EQ(report.at("files_read"), 3);
  EXPECT_EQ(report.at("problems").at(0).at("what"), "is empty");
  EXPECT_EQ(report.at("languages").size(), 2U);
}

}  // namespace
}  // namespace kb
