#include "indexer/commands/eval_command.h"

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/indexer/commands/index_command.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class EvalCommand : public IndexCommand {
 protected:
  EvalCommand() {
    std::ofstream(queries) << "q1\trefunds\nq2\tzanzibar\nq3\tunjudged\n";
    std::ofstream(qrels) << "q1 0 en/billing/refund 1\nq2 0 en/billing/refund 1\n";
    run({"build"});
  }

  Outcome evaluate(std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"eval", "--queries", queries, "--qrels", qrels});
    return run(std::move(more));
  }

  const std::string queries = site.folder() / "q.tsv";
  const std::string qrels = site.folder() / "q.qrels";
};

TEST_F(EvalCommand, PrintsFigures) {
  const auto done = evaluate({"--missed"});
  EXPECT_EQ(done.status, 0) << done.err;
  EXPECT_THAT(done.out, HasSubstr("MRR@10"));
  EXPECT_THAT(done.out, HasSubstr("       2    0.500"));
  EXPECT_THAT(done.out, HasSubstr("\nmissed q2\n"));
  EXPECT_THAT(done.err, HasSubstr("1 queries have no relevant article: left out"));
}

TEST_F(EvalCommand, PrintsJson) {
  const auto figures = json::parse(evaluate({"--json"}).out);
  EXPECT_EQ(figures.at("queries"), 2);
  EXPECT_EQ(figures.at("recall_1"), 0.5);
  EXPECT_EQ(figures.at("missed"), json::array({"q2"}));
}

TEST_F(EvalCommand, SearchesInAnyLanguage) {
  // A Romanian reader gets the Romanian version of what is judged in English.
  EXPECT_EQ(json::parse(evaluate({"--lang", "RO", "--json"}).out).at("zero_results"), 0.5);
  EXPECT_EQ(json::parse(evaluate({"--untold", "--json"}).out).at("recall_10"), 0.5);
}

TEST_F(EvalCommand, SaysWhyItCannot) {
  EXPECT_EQ(evaluate({"--lang", "klingon"}).status, 2);
  EXPECT_EQ(evaluate({"--lang", "ro", "--untold"}).status, 2);
  EXPECT_EQ(run({"eval", "--queries", queries}).status, 2);
  EXPECT_EQ(run({"eval", "--queries", queries, "--qrels", queries + ".gone"}).status, 2);
  std::ofstream(qrels) << "nonsense\n";
  const auto bad = evaluate();
  EXPECT_EQ(bad.status, 2);
  EXPECT_THAT(bad.err, HasSubstr("q.qrels:1: is no judgement"));
}

}  // namespace
}  // namespace kb
