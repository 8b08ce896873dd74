#include "indexer/commands/eval_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "core/base/clock.h"
#include "core/text/language.h"
#include "indexer/commands/command.h"
#include "indexer/eval/evaluation.h"

namespace kb {
namespace {

struct EvalFlags : CommonFlags {
  std::string queries;
  std::string qrels;
  std::string lang;
  bool missed = false;
  bool untold = false;
};

void print(const Evaluation& figures, bool missed) {
  std::printf("%8s %8s %8s %8s %8s %8s %8s %10s %8s\n", "queries", "MRR@10", "nDCG@10", "recall@1",
              "recall@5", "rec.@10", "zero", "median ms", "p99 ms");
  std::printf("%8zu %8.3f %8.3f %8.3f %8.3f %8.3f %8.3f %10.2f %8.2f\n", figures.queries,
              figures.mrr, figures.ndcg, figures.recall_1, figures.recall_5, figures.recall_10,
              figures.zero_results, figures.median_ms, figures.p99_ms);
  if (missed)
    for (const auto& id : figures.missed) std::printf("missed %s\n", id.c_str());
}

int run_eval(const EvalFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const auto lang =
      text::canonical_language(flags.lang.empty() ? config->site.default_language : flags.lang);
  if (!lang) return failed(lang.error());
  const auto judgements = read_judgements(flags.queries, flags.qrels);
  if (!judgements) return failed(judgements.error());
  auto generation = index::Generation::open_current(config->index.path);
  if (!generation) return failed(generation.error());
  const auto figures = evaluate(*config, std::move(*generation), *judgements,
                                flags.untold ? std::string() : *lang, SystemClock().now());
  if (!figures) return failed(figures.error());
  if (judgements->unjudged > 0)
    std::fprintf(stderr, "%zu queries have no relevant article: left out\n", judgements->unjudged);
  if (flags.json)
    std::printf("%s\n", to_json(*figures).c_str());
  else
    print(*figures, flags.missed);
  return kDone;
}

}  // namespace

void add_eval_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<EvalFlags>();
  auto* eval = add_command(app, "eval", "Measure how good search is, with judged queries", *flags);
  eval->add_option("--queries", flags->queries, "Q.tsv: qid, a tab, the text")->required();
  eval->add_option("--qrels", flags->qrels, "Q.qrels: qid 0 lang/id relevance")->required();
  auto* lang =
      eval->add_option("--lang", flags->lang, "the reader's language (default: the site's)");
  eval->add_flag("--untold", flags->untold, "do not tell the search in which language queries are")
      ->excludes(lang);
  eval->add_flag("--missed", flags->missed,
                 "list the queries whose article is not in the first ten");
  eval->callback([flags, &environment, &status] { status = run_eval(*flags, environment); });
}

}  // namespace kb
