#include "indexer/commands/info_command.h"

#include <nlohmann/json.hpp>

#include "core/base/durable_file.h"
#include "core/index/ranking_prior.h"
#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

TEST_F(IndexCommand, ShowsWhatIsLive) {
  site.write("ro/help.md", "# Ajutor\n\nText.\n");
  site.write("en/soon.md", "---\npublish_at: 2099-05-01\n---\nText.\n");
  run({"build"});
  const auto info = run({"info"});
  EXPECT_EQ(info.status, 0);
  EXPECT_EQ(info.err, "");
  EXPECT_THAT(info.out, HasSubstr("Generation 1 of " + site.index().string() + ", published "));
  EXPECT_THAT(info.out, MatchesRegex("(.|\n)*\nen +1 +1 +[0-9]+ +0 +1 +0 +0 +0 +0\n(.|\n)*"));
  EXPECT_THAT(info.out, MatchesRegex("(.|\n)*\nro +2 +2 +[0-9]+ +0 +0 +0 +0 +0 +0\n(.|\n)*"));
  EXPECT_THAT(info.out, HasSubstr("On disk: "));
  EXPECT_THAT(info.out, HasSubstr(" KiB live, "));
  EXPECT_THAT(info.out, HasSubstr("appears or expires at 2099-05-01T00:00:00Z: build again then"));
}

TEST_F(IndexCommand, ShowsWhatReadersTaughtSearch) {
  run({"build"});
  EXPECT_THAT(run({"info"}).out, Not(HasSubstr("Readers")));
  const auto folder = site.live()->folder();
  ASSERT_TRUE(write_durably(folder / index::kRankingPriorFile, "1.020\tro/billing/refund\n"));
  EXPECT_THAT(run({"info"}).out,
              HasSubstr("Readers taught search to rank 1 article higher or lower.\n"));
  const auto info = json::parse(run({"info", "--json"}).out);
  EXPECT_EQ(info.at("languages").at(1).at("taught"), 1);
}

TEST_F(IndexCommand, ShowsWhatIsLiveAsJson) {
  run({"build"});
  const auto info = json::parse(run({"info", "--json"}).out);
  EXPECT_EQ(info.at("generation"), 1);
  EXPECT_EQ(info.at("next_change"), nullptr);
  const auto& languages = info.at("languages");
  ASSERT_EQ(languages.size(), 2U);
  EXPECT_EQ(languages.at(1).at("lang"), "ro");
  EXPECT_EQ(languages.at(1).at("articles"), 1);
  EXPECT_EQ(languages.at(1).at("stale"), 0);
  EXPECT_EQ(languages.at(1).at("missing"), 0);
  EXPECT_GT(info.at("live_bytes"), 1000);
  EXPECT_GE(info.at("index_bytes"), info.at("live_bytes"));
  EXPECT_EQ(info.at("content").get<std::string>().size(), 32U);
  EXPECT_EQ(info.at("analysis").get<std::string>().size(), 32U);
}

}  // namespace
}  // namespace kb
