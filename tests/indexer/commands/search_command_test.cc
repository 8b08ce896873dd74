#include "indexer/commands/search_command.h"

#include <nlohmann/json.hpp>

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

TEST_F(IndexCommand, Searches) {
  run({"build"});
  const auto found = run({"search", "days"});
  EXPECT_EQ(found.status, 0);
  EXPECT_THAT(found.out, HasSubstr("1. Refunds  [en/billing/refund]"));
  EXPECT_THAT(found.out, HasSubstr("Within 14 *days* & nights."));
  EXPECT_THAT(found.out, HasSubstr("\n1 result\n"));
  EXPECT_THAT(run({"search", "rambursare", "--lang", "RO"}).out, HasSubstr("[ro/billing/refund]"));
  // Found in English, shown in the reader's language.
  EXPECT_THAT(run({"search", "days", "--lang", "ro"}).out,
              HasSubstr("[ro/billing/refund]  found in en"));
  EXPECT_THAT(run({"search", "refnuds"}).out, HasSubstr("nothing as typed; searched: refunds"));
  EXPECT_THAT(run({"search", "xyzzy"}).out, HasSubstr("0 results"));
  EXPECT_EQ(run({"search", "xyzzy"}).status, 0);
}

TEST_F(IndexCommand, ExplainsASearch) {
  run({"build"});
  const auto found = run({"search", "refunds", "--explain"});
  EXPECT_THAT(found.out, HasSubstr("en: \"refunds\": Query("));
  EXPECT_THAT(found.out, HasSubstr(" by words + "));
  EXPECT_THAT(found.out, HasSubstr("score "));
}

TEST_F(IndexCommand, SearchesWithAnyText) {
  run({"build"});
  for (const auto* text : {"", "\"", "((", "a AND (", "-", "--", "*", "\xFF", "title:", "😀"})
    EXPECT_EQ(run({"search", "--lang", "en", "--", text}).status, 2) << "flags after -- are text";
  for (const auto* text : {"", "\"", "((", "a AND (", "*", "\xFF", "title:", "😀"})
    EXPECT_EQ(run({"search", text}).status, 0) << text;
}

TEST_F(IndexCommand, PrintsWhatItFoundAsJson) {
  run({"build"});
  const auto found = json::parse(run({"search", "refund", "--json"}).out);
  EXPECT_EQ(found.at("total"), 1);
  EXPECT_EQ(found.at("results").at(0).at("id"), "billing/refund");
  EXPECT_EQ(found.at("results").at(0).at("fallback"), false);
}

}  // namespace
}  // namespace kb
