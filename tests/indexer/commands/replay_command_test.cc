#include "indexer/commands/replay_command.h"

#include <nlohmann/json.hpp>

#include <fstream>

#include "core/store/event_table.h"
#include "core/store/gap_table.h"
#include "core/store/store.h"
#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;
using testing::Not;

class ReplayCommand : public IndexCommand {
 protected:
  ReplayCommand() {
    run({"build"});
    site.write("en/billing/voucher.md",
               "---\ndraft: true\n---\n# Redeem a voucher\n\nEnter its code.\n");
  }

  std::string queries(const std::string& text) {
    const auto file = site.folder() / "queries.tsv";
    std::ofstream(file) << text;
    return file.string();
  }

  std::int64_t put_gap(const std::string& question) {
    const auto store = store::Store::open(site.config.store.url, store::Store::Access::write);
    EXPECT_TRUE(store) << to_line(store.error());
    const auto id = (*store)->write([&](store::Sql& sql) {
      return store::add_gap(sql, {.lang = "en", .label = question, .questions = {{question}}},
                            {.what = "found"});
    });
    EXPECT_TRUE(id) << to_line(id.error());
    return id.value_or(0);
  }
};

TEST_F(ReplayCommand, TriesWhatIsInAFile) {
  const auto file = queries("redeem voucher\ten\nrefunds\ten\ten/billing/refund\n");
  const auto as_it_is = run({"replay", "--queries", file});
  EXPECT_EQ(as_it_is.status, 0) << as_it_is.err;
  EXPECT_THAT(as_it_is.out, HasSubstr("the sources, held against generation 1"));
  EXPECT_THAT(as_it_is.out, HasSubstr("open  \"redeem voucher\" [en]: nothing is found"));
  const auto with_drafts = run({"replay", "--queries", file, "--drafts"});
  EXPECT_EQ(with_drafts.status, 0) << with_drafts.err;
  EXPECT_THAT(with_drafts.out, HasSubstr("closed  \"redeem voucher\" [en]: en/billing/voucher"));
  EXPECT_THAT(run({"info"}).out, Not(HasSubstr("voucher"))) << "what is live stays";
}

TEST_F(ReplayCommand, FailsWhereASearchGetsWorse) {
  site.remove("en/billing/refund.md");
  const auto outcome = run({"replay", "--queries", queries("days\ten\ten/billing/refund\n")});
  EXPECT_EQ(outcome.status, 1) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("1 of 1 answered searches get worse"));
  EXPECT_THAT(outcome.out, HasSubstr("1. Refunds  [en/billing/refund]"));
}

TEST_F(ReplayCommand, TriesTheQuestionsOfGaps) {
  const auto id = std::to_string(put_gap("redeem voucher"));
  const auto open = run({"replay", "--gap", id, "--json", "--require-closed"});
  EXPECT_EQ(open.status, 1) << open.err;
  EXPECT_EQ(json::parse(open.out).at("gaps").at(0).at("closed"), false);
  const auto closed = run({"replay", "--gap", id, "--json", "--require-closed", "--drafts"});
  EXPECT_EQ(closed.status, 0) << closed.err;
  EXPECT_EQ(json::parse(closed.out).at("gaps").at(0).at("closed"), true);
  EXPECT_EQ(run({"replay"}).status, 0) << "all that are in work";
  EXPECT_EQ(run({"replay", "--gap", "99"}).status, 2);
}

TEST_F(ReplayCommand, HoldsGenerationsAgainstOneAnother) {
  site.write("en/billing/voucher.md", "# Redeem a voucher\n\nEnter its code.\n");
  run({"build"});
  const auto file = queries("redeem voucher\ten\n");
  const auto outcome = run({"replay", "--queries", file, "--against", "gen-000001"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("generation 2, held against generation 1"));
  EXPECT_THAT(outcome.out, HasSubstr("closed"));
  EXPECT_EQ(run({"replay", "--queries", file, "--against", "gen-000099"}).status, 2);
  EXPECT_THAT(run({"replay", "--queries", file, "--against", "yesterday"}).err,
              HasSubstr("write it as gen-000041"));
}

TEST_F(ReplayCommand, TellsWhatItNeeds) {
  const auto outcome = run({"replay"});
  EXPECT_EQ(outcome.status, 2) << "there is no store";
  EXPECT_NE(outcome.err, "");
  EXPECT_EQ(run({"replay", "--gap", "0"}).status, 2);
  EXPECT_EQ(run({"replay", "--gap", "1", "--queries", "a.tsv"}).status, 2);
  EXPECT_EQ(run({"replay", "--drafts", "--against", "gen-000001"}).status, 2);
}

}  // namespace
}  // namespace kb
