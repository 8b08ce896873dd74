#include "indexer/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/site_in_folder.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::MatchesRegex;

struct Outcome {
  int status = 0;
  std::string out, err;
};

class IndexCommand : public testing::Test {
 protected:
  IndexCommand() {
    site.write("en/billing/refund.md", "# Refunds\n\nWithin 14 days & nights.\n");
    site.write("ro/billing/refund.md", "# Rambursare\n\nÎn 14 zile.\n");
  }

  // With --config, where the first argument is a command.
  Outcome run(std::vector<std::string> arguments, const std::string& more_config = {}) {
    if (!arguments.empty() && !arguments[0].starts_with('-'))
      arguments.insert(arguments.end(), {"--config", site.write_config(more_config).string()});
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    Outcome outcome;
    outcome.status = run_command_line(
        std::move(arguments), [](const std::string&) { return std::optional<std::string>(); });
    std::fflush(stdout);
    outcome.out = testing::internal::GetCapturedStdout();
    outcome.err = testing::internal::GetCapturedStderr();
    return outcome;
  }

  SiteInFolder site;
};

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

  const auto info = json::parse(run({"info", "--json"}).out);
  EXPECT_EQ(info.at("generation"), 1);
  EXPECT_EQ(info.at("databases").at(0).at("audience"), "public");

  const auto found = json::parse(run({"search", "refund", "--json"}).out);
  EXPECT_EQ(found.at("total"), 1);
  EXPECT_EQ(found.at("results").at(0).at("id"), "billing/refund");
  EXPECT_EQ(found.at("results").at(0).at("fallback"), false);
}

TEST_F(IndexCommand, ShowsWhatIsLive) {
  run({"build"});
  const auto info = run({"info"});
  EXPECT_EQ(info.status, 0);
  EXPECT_THAT(info.out, HasSubstr("generation 1 of " + site.index().string()));
  EXPECT_THAT(info.out, HasSubstr("everyone"));
}

TEST_F(IndexCommand, Searches) {
  run({"build"});
  const auto found = run({"search", "days"});
  EXPECT_EQ(found.status, 0);
  EXPECT_THAT(found.out, HasSubstr("1. Refunds  [en/billing/refund]"));
  EXPECT_THAT(found.out, HasSubstr("Within 14 *days* & nights."));
  EXPECT_THAT(found.out, HasSubstr("\n1 result\n"));
  EXPECT_THAT(run({"search", "rambursare", "--lang", "RO"}).out, HasSubstr("[ro/billing/refund]"));
  EXPECT_THAT(run({"search", "days", "--lang", "ro"}).out, HasSubstr("fallback"));
  EXPECT_THAT(run({"search", "xyzzy"}).out, HasSubstr("0 results"));
  EXPECT_EQ(run({"search", "xyzzy"}).status, 0);
}

TEST_F(IndexCommand, ExplainsASearch) {
  run({"build"});
  const auto found = run({"search", "refunds", "--explain"});
  EXPECT_THAT(found.out, HasSubstr("query en: Query("));
  EXPECT_THAT(found.out, HasSubstr("score "));
}

TEST_F(IndexCommand, SearchesWithAnyText) {
  run({"build"});
  for (const auto* text : {"", "\"", "((", "a AND (", "-", "--", "*", "\xFF", "title:", "😀"})
    EXPECT_EQ(run({"search", "--lang", "en", "--", text}).status, 2) << "flags after -- are text";
  for (const auto* text : {"", "\"", "((", "a AND (", "*", "\xFF", "title:", "😀"})
    EXPECT_EQ(run({"search", text}).status, 0) << text;
}

TEST_F(IndexCommand, CannotDoSomeThings) {
  const std::vector<std::string> hopeless[] = {{},
                                               {"dance"},
                                               {"build", "--quick"},
                                               {"search"},
                                               {"search", "a", "--limit", "0"},
                                               {"search", "a", "--limit", "ten"},
                                               {"search", "a", "--audience", "robots"},
                                               {"search", "a", "--lang", "klingon"},
                                               {"search", "before any build"},
                                               {"info"}};
  for (const auto& arguments : hopeless) {
    const auto outcome = run(arguments);
    EXPECT_EQ(outcome.status, 2) << testing::PrintToString(arguments);
    EXPECT_NE(outcome.err, "") << testing::PrintToString(arguments);
    EXPECT_EQ(outcome.out, "") << testing::PrintToString(arguments);
  }
  EXPECT_THAT(run({"info"}).err, HasSubstr("no index yet; build it with kb-index build"));
}

TEST_F(IndexCommand, FailsOnAConfigurationThatIsWrong) {
  const auto outcome = run({"build"}, "sitte: {name: A}\n");
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("kb.yaml:3"));
  EXPECT_EQ(run({"--help"}).status, 0);
}

}  // namespace
}  // namespace kb
