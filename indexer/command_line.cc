#include "indexer/command_line.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/index/generation.h"
#include "core/index/searcher.h"
#include "core/text/language.h"
#include "core/text/stemmer.h"
#include "indexer/build.h"

namespace kb {
namespace {

using nlohmann::json;

enum Status { kDone = 0, kDoneWithErrors = 1, kFailed = 2 };

int failed(const Error& error) {
  std::fprintf(stderr, "kb-index: %s\n", to_line(error).c_str());
  return kFailed;
}

json to_json(const Error& error) {
  return {{"where", error.where}, {"what", error.what}, {"hint", error.hint}};
}

void print_json(const json& value) {
  std::printf("%s\n", value.dump(2, ' ', false, json::error_handler_t::replace).c_str());
}

struct Flags {
  std::string config;
  bool json = false;
  bool full = false;
  std::string query;
  std::string lang;
  std::string category;
  std::string audience = "public";
  std::size_t limit = 10;
  bool explain = false;
};

Result<Config> load(const Flags& flags, const Environment& environment) {
  auto config = load_config(flags.config, environment);
  if (!config) return config;
  if (auto done = text::canonicalise_languages(config->site); !done) return fail(done.error());
  return config;
}

// build

json to_json(const BuildReport& report) {
  json languages = json::array();
  for (const auto& language : report.languages)
    languages.push_back({{"lang", language.lang},
                         {"articles", language.articles},
                         {"sections", language.sections},
                         {"words", language.words},
                         {"files_read", language.files_read},
                         {"seconds", static_cast<double>(language.time.count()) / 1000}});
  json problems = json::array();
  for (const auto& problem : report.problems) problems.push_back(to_json(problem));
  return {{"generation", report.generation},
          {"published", report.published},
          {"files_read", report.files_read},
          {"files_kept", report.files_kept},
          {"languages", languages},
          {"problems", problems},
          {"seconds", static_cast<double>(report.time.count()) / 1000}};
}

void print_summary(const BuildReport& report) {
  if (!report.published) {
    std::fprintf(stderr, "Nothing has changed: generation %llu stays live (%zu files, %.2f s).\n",
                 static_cast<unsigned long long>(report.generation), report.files_kept,
                 static_cast<double>(report.time.count()) / 1000);
    return;
  }
  std::fprintf(stderr, "%-8s %10s %10s %12s %10s %9s\n", "language", "articles", "sections",
               "words", "files read", "seconds");
  for (const auto& language : report.languages) {
    if (language.articles == 0 && language.files_read == 0) continue;
    std::fprintf(stderr, "%-8s %10llu %10llu %12llu %10zu %9.2f\n", language.lang.c_str(),
                 static_cast<unsigned long long>(language.articles),
                 static_cast<unsigned long long>(language.sections),
                 static_cast<unsigned long long>(language.words), language.files_read,
                 static_cast<double>(language.time.count()) / 1000);
  }
  std::fprintf(stderr, "Generation %llu is live: %zu files read, %zu unchanged, %.2f s.\n",
               static_cast<unsigned long long>(report.generation), report.files_read,
               report.files_kept, static_cast<double>(report.time.count()) / 1000);
}

int run_build(const Flags& flags, const Environment& environment) {
  const auto config = load(flags, environment);
  if (!config) return failed(config.error());
  const SystemClock clock;
  Progress progress(stderr, Progress::style_for(stderr));
  const auto report = build(*config, {.clock = clock, .full = flags.full}, progress);
  if (!report) return failed(report.error());
  for (const auto& problem : report->problems)
    std::fprintf(stderr, "%s\n", to_line(problem).c_str());
  print_summary(*report);
  if (!report->problems.empty())
    std::fprintf(stderr, "%zu %s, listed above.\n", report->problems.size(),
                 report->problems.size() == 1 ? "problem" : "problems");
  if (flags.json) print_json(to_json(*report));
  return report->problems.empty() ? kDone : kDoneWithErrors;
}

// info

json to_json(const index::Generation& generation) {
  const auto& manifest = generation.manifest();
  json databases = json::array();
  for (const auto& entry : manifest.databases)
    databases.push_back(
        {{"lang", entry.name.lang},
         {"audience", entry.name.audience == Audience::agents ? "agents" : "public"},
         {"articles", entry.facts.articles},
         {"sections", entry.facts.sections},
         {"words", entry.facts.words}});
  return {{"generation", generation.number()},
          {"created", iso_time(manifest.created)},
          {"content", manifest.content},
          {"settings", manifest.settings},
          {"analysis", manifest.analysis},
          {"libraries", manifest.libraries},
          {"databases", databases}};
}

int run_info(const Flags& flags, const Environment& environment) {
  const auto config = load(flags, environment);
  if (!config) return failed(config.error());
  const auto generation = index::Generation::open_current(config->index.path);
  if (!generation) return failed(generation.error());
  if (flags.json) {
    print_json(to_json(**generation));
    return kDone;
  }
  const auto& manifest = (*generation)->manifest();
  std::printf("generation %llu of %s, published %s\n",
              static_cast<unsigned long long>((*generation)->number()),
              config->index.path.string().c_str(), iso_time(manifest.created).c_str());
  std::printf("%-8s %-8s %10s %10s %12s\n", "language", "for", "articles", "sections", "words");
  for (const auto& entry : manifest.databases)
    std::printf("%-8s %-8s %10llu %10llu %12llu\n", entry.name.lang.c_str(),
                entry.name.audience == Audience::agents ? "agents" : "everyone",
                static_cast<unsigned long long>(entry.facts.articles),
                static_cast<unsigned long long>(entry.facts.sections),
                static_cast<unsigned long long>(entry.facts.words));
  if (manifest.next_change)
    std::printf("an article appears or expires at %s: build again then\n",
                iso_time(*manifest.next_change).c_str());
  return kDone;
}

// search

std::string without_markup(std::string_view snippet) {
  std::string text;
  for (std::size_t i = 0; i < snippet.size();) {
    const auto rest = snippet.substr(i);
    const auto take = [&](std::string_view markup, std::string_view plain) {
      if (!rest.starts_with(markup)) return false;
      text += plain;
      i += markup.size();
      return true;
    };
    if (take("<mark>", "*") || take("</mark>", "*") || take("&amp;", "&") || take("&lt;", "<") ||
        take("&gt;", ">") || take("&quot;", "\"") || take("&#39;", "'"))
      continue;
    text += snippet[i++];
  }
  return text;
}

json to_json(const index::SearchResults& found) {
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
  if (!found.explanation.empty()) value["explanation"] = found.explanation;
  return value;
}

void print_results(const index::SearchResults& found, bool explain) {
  for (const auto& line : found.explanation) std::printf("query %s\n", line.c_str());
  std::size_t rank = 0;
  for (const auto& hit : found.hits) {
    std::printf("%2zu. %s  [%s/%s%s%s]%s\n", ++rank, hit.title.c_str(), hit.lang.c_str(),
                hit.id.c_str(), hit.section ? "#" : "",
                hit.section ? hit.section->anchor.c_str() : "", hit.fallback ? "  fallback" : "");
    if (explain)
      std::printf("    score %.3f%s%s\n", hit.score, hit.section ? ", section: " : "",
                  hit.section ? hit.section->title.c_str() : "");
    std::printf("    %s\n", without_markup(hit.snippet_html).c_str());
  }
  std::printf("%s%zu %s\n", found.total_is_lower_bound ? "more than " : "", found.total,
              found.total == 1 ? "result" : "results");
}

int run_search(const Flags& flags, const Environment& environment) {
  const auto config = load(flags, environment);
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
    print_json(to_json(*found));
  else
    print_results(*found, flags.explain);
  return kDone;
}

}  // namespace

int run_command_line(std::vector<std::string> arguments, const Environment& environment) {
  Flags flags;
  CLI::App app("Builds and examines the index of a help center.", "kb-index");
  app.require_subcommand(1);
  const auto command = [&](const char* name, const char* what) {
    auto* sub = app.add_subcommand(name, what);
    sub->add_option("--config", flags.config, "the site's configuration (default: kb.yaml)");
    sub->add_flag("--json", flags.json, "print one JSON object on standard output");
    return sub;
  };
  auto* build = command("build", "Index what has changed, and publish it");
  build->add_flag("--full", flags.full, "read everything, not only what has changed");
  auto* info = command("info", "Show what is live");
  auto* search = command("search", "Search as the help center does");
  search->add_option("query", flags.query, "what a customer would type")->required();
  search->add_option("--lang", flags.lang, "the reader's language (default: the site's)");
  search->add_option("--category", flags.category, "only in this category");
  search->add_option("--audience", flags.audience, "who searches")
      ->check(CLI::IsMember({"public", "agents"}));
  search->add_option("--limit", flags.limit, "how many results to show")->check(CLI::Range(1, 100));
  search->add_flag("--explain", flags.explain, "show the query as it was understood, and scores");

  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kDone : kFailed;
  }
  if (build->parsed()) return run_build(flags, environment);
  if (info->parsed()) return run_info(flags, environment);
  if (search->parsed()) return run_search(flags, environment);
  return kFailed;
}

}  // namespace kb
