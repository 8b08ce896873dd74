#include "indexer/commands/info_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "indexer/byte_size.h"
#include "indexer/commands/command.h"
#include "indexer/live_info.h"

namespace kb {
namespace {

using nlohmann::json;

json info_json(const LiveInfo& info) {
  json languages = json::array();
  for (const auto& language : info.languages)
    languages.push_back({{"lang", language.lang},
                         {"articles", language.articles},
                         {"sections", language.sections},
                         {"words", language.words},
                         {"agents_only", language.agents_only},
                         {"drafts", language.drafts},
                         {"stale", language.stale},
                         {"missing", language.missing},
                         {"tickets", language.tickets},
                         {"questions", language.questions},
                         {"taught", language.taught}});
  return {{"generation", info.generation},
          {"published", iso_time(info.published)},
          {"next_change", info.next_change ? json(iso_time(*info.next_change)) : json(nullptr)},
          {"languages", languages},
          {"files", info.files},
          {"live_bytes", info.live_bytes},
          {"index_bytes", info.index_bytes},
          {"content", info.content},
          {"analysis", info.analysis},
          {"libraries", info.libraries}};
}

void print_languages(const LiveInfo& info) {
  std::printf("%-10s %9s %9s %11s %7s %7s %7s %8s %8s %9s\n", "language", "articles", "sections",
              "words", "agents", "drafts", "stale", "missing", "tickets", "questions");
  for (const auto& language : info.languages)
    std::printf("%-10s %9llu %9llu %11llu %7zu %7zu %7zu %8zu %8zu %9zu\n", language.lang.c_str(),
                static_cast<unsigned long long>(language.articles),
                static_cast<unsigned long long>(language.sections),
                static_cast<unsigned long long>(language.words), language.agents_only,
                language.drafts, language.stale, language.missing, language.tickets,
                language.questions);
}

void print_info(const LiveInfo& info, const Config& config) {
  std::printf("Generation %llu of %s, published %s.\n",
              static_cast<unsigned long long>(info.generation), config.index.path.string().c_str(),
              iso_time(info.published).c_str());
  print_languages(info);
  std::printf("On disk: %s live, %s with earlier generations and %zu %s.\n",
              byte_size_text(info.live_bytes).c_str(), byte_size_text(info.index_bytes).c_str(),
              info.files, info.files == 1 ? "file" : "files");
  std::printf("Fingerprints: content %s, analysis %s.\n", info.content.c_str(),
              info.analysis.c_str());
  std::size_t taught = 0;
  for (const auto& language : info.languages) taught += language.taught;
  if (taught > 0)
    std::printf("Readers taught search to rank %zu %s higher or lower.\n", taught,
                taught == 1 ? "article" : "articles");
  if (info.next_change)
    std::printf("An article appears or expires at %s: build again then.\n",
                iso_time(*info.next_change).c_str());
}

int run_info(const CommonFlags& flags, const Environment& environment) {
  const auto config = load_site(flags, environment);
  if (!config) return failed(config.error());
  const auto info = read_live_info(*config);
  if (!info) return failed(info.error());
  if (flags.json)
    print_json(info_json(*info));
  else
    print_info(*info, *config);
  return kDone;
}

}  // namespace

void add_info_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<CommonFlags>();
  auto* info = add_command(app, "info", "Show what is live", *flags);
  info->callback([flags, &environment, &status] { status = run_info(*flags, environment); });
}

}  // namespace kb
