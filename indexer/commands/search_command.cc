#include "indexer/commands/search_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "core/index/generation.h"
#include "core/index/searcher.h"
#include "core/text/html_entity.h"
#include "core/text/language.h"
#include "core/text/stemmer.h"
#include "indexer/commands/command.h"

namespace kb {
namespace {

using nlohmann::json;

struct SearchFlags : CommonFlags {
  std::string query;
  std::string lang;
  std::string category;
  std::string audience = "public";
  std::size_t limit = 10;
  bool explain = false;
};

// What was found stands between asterisks.
std::string without_markup(std::string snippet) {
  for (const std::string_view mark : {"<mark>", "</mark>"})
    for (auto at = snippet.find(mark); at != snippet.npos; at = snippet.find(mark, at))
      snippet.replace(at, mark.size(), "*");
  return text::unescaped_html(snippet);
}

json results_json(const index::SearchResults& found) {
  json results = json::array();
  for (const auto& hit : found.hits)
    results.push_back({{"id", hit.id},
                       {"lang", hit.lang},
                       {"title", hit.title},
                       {"section", hit.section ? json{{"title", hit.section->title},
                                                      {"anchor", hit.section->anchor}}
                                               : json(nullptr)},
                       {"snippet_html", hit.snippet_html},
                       {"score", hit.score},
                       {"kind", hit.kind == Kind::answer ? "answer" : "article"},
                       {"fallback", hit.fallback}});
  json value = {{"total", found.total}, {"results", results}};
  if (found.total_is_lower_bound) value["total_is_lower_bound"] = true;
  if (found.corrected) value["corrected_query"] = *found.corrected;
  if (found.did_you_mean) value["did_you_mean"] = *found.did_you_mean;
  if (!found.explanation.empty()) value["explanation"] = found.explanation;
  return value;
}

// What made it a result, other than its words in the reader's language.
std::string notes_of(const index::Hit& hit) {
  std::string notes;
  if (hit.pinned) notes += "  pinned";
  if (hit.fallback) notes += "  fallback";
  if (!hit.found_in.empty()) notes += "  found in " + hit.found_in;
  return notes;
}

void print_results(const index::SearchResults& found, bool explain) {
  for (const auto& line : found.explanation) std::printf("%s\n", line.c_str());
  if (found.corrected) std::printf("nothing as typed; searched: %s\n", found.corrected->c_str());
  if (found.did_you_mean) std::printf("did you mean: %s\n", found.did_you_mean->c_str());
  std::size_t rank = 0;
  for (const auto& hit : found.hits) {
    std::printf("%2zu. %s  [%s/%s%s%s]%s\n", ++rank, hit.title.c_str(), hit.lang.c_str(),
                hit.id.c_str(), hit.section ? "#" : "",
                hit.section ? hit.section->anchor.c_str() : "", notes_of(hit).c_str());
    if (explain)
      std::printf("    score %.3f%s%s\n", hit.score, hit.section ? ", section: " : "",
                  hit.section ? hit.section->title.c_str() : "");
    std::printf("    %s\n", without_markup(hit.snippet_html).c_str());
  }
  std::printf("%s%zu %s\n", found.total_is_lower_bound ? "more than " : "", found.total,
              found.total == 1 ? "result" : "results");
}

int run_search(const SearchFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const auto lang =
      text::canonical_language(flags.lang.empty() ? config->site.default_language : flags.lang);
  if (!lang) return failed(lang.error());
  auto generation = index::Generation::open_current(config->index.path);
  if (!generation) return failed(generation.error());
  text::Stemmers stemmers;
  index::Searcher searcher(std::move(*generation), stemmers);
  const auto found = searcher.search(
      {.text = flags.query,
       .lang = *lang,
       .fallbacks = config->fallbacks_of(*lang),
       .category = flags.category,
       .limit = flags.limit,
       .audience = flags.audience == "agents" ? Audience::agents : Audience::everyone,
       .now = SystemClock().now(),
       .explain = flags.explain});
  if (!found) return failed(found.error());
  if (flags.json)
    print_json(results_json(*found));
  else
    print_results(*found, flags.explain);
  return kDone;
}

}  // namespace

void add_search_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<SearchFlags>();
  auto* search = add_command(app, "search", "Search as the help center does", *flags);
  search->add_option("query", flags->query, "what a customer would type")->required();
  search->add_option("--lang", flags->lang, "the reader's language (default: the site's)");
  search->add_option("--category", flags->category, "only in this category");
  search->add_option("--audience", flags->audience, "who searches")
      ->check(CLI::IsMember({"public", "agents"}));
  search->add_option("--limit", flags->limit, "how many results to show")
      ->check(CLI::Range(1, 100));
  search->add_flag("--explain", flags->explain, "show the query as it was understood, and scores");
  search->callback([flags, &environment, &status] { status = run_search(*flags, environment); });
}

}  // namespace kb
