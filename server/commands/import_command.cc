#include "server/commands/import_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>

#include "core/redact/redactor.h"
#include "core/store/running_server.h"
#include "core/tickets/import.h"
#include "core/tickets/remote_sink.h"
#include "core/tickets/store_sink.h"
#include "server/commands/command.h"

namespace kb {
namespace {

using nlohmann::json;

struct ImportFlags {
  CommonFlags common;
  std::vector<std::string> files;
  std::string source;
  std::string format;
};

// A file of a source in kb.yaml is read as it says there.
Result<tickets::ImportFile> file_to_read(const Config& config, const std::string& path,
                                         const ImportFlags& flags) {
  auto file = tickets::import_file(config, path, flags.source, flags.format);
  if (!file) return file;
  for (const auto& source : config.sources)
    if (source.kind == SourceKind::tickets && source.name == file->source)
      file->options.columns = source.columns;
  return file;
}

Result<tickets::ImportReport> import_into(tickets::TicketSink& sink, const Config& config,
                                          const std::vector<tickets::ImportFile>& files) {
  const auto redactor = redact::Redactor::create(config.redact);
  if (!redactor) return fail(redactor.error());
  const SystemClock clock;
  std::size_t done = 0;
  return tickets::import_tickets(files,
                                 {.config = config,
                                  .redactor = *redactor,
                                  .now = clock.now(),
                                  .on_batch =
                                      [&done](std::size_t tickets) {
                                        done += tickets;
                                        std::fprintf(stderr, "%zu tickets read\n", done);
                                      }},
                                 sink);
}

struct Imported {
  tickets::ImportReport report;
  bool by_server = false;
};

Result<Imported> import_all(const Config& config, const std::vector<tickets::ImportFile>& files) {
  const auto server = store::RunningServer::find(config.store.url);
  if (!server) return fail(server.error());
  const auto made = [](Result<tickets::ImportReport> report, bool by_server) -> Result<Imported> {
    if (!report) return fail(report.error());
    return Imported{std::move(*report), by_server};
  };
  if (*server) {
    tickets::RemoteSink sink([&](const std::string& body) {
      return (*server)->post(config.site.base_path + "/local/tickets", body);
    });
    return made(import_into(sink, config, files), true);
  }
  auto opened = store::Store::open(config.store.url, store::Store::Access::write);
  if (!opened) return fail(opened.error());
  const SystemClock clock;
  tickets::StoreSink sink(**opened, clock);
  return made(import_into(sink, config, files), false);
}

json to_json(const Imported& imported) {
  const auto& report = imported.report;
  json problems = json::array();
  for (const auto& problem : report.problems)
    problems.push_back({{"where", problem.where}, {"what", problem.what}, {"hint", problem.hint}});
  return {{"added", report.added},
          {"changed", report.changed},
          {"same", report.same},
          {"skipped", report.skipped},
          {"files_read", report.files_read},
          {"files_unchanged", report.files_unchanged},
          {"problems", std::move(problems)},
          {"problems_left_out", report.problems_left_out}};
}

void print(const Imported& imported) {
  const auto& report = imported.report;
  for (const auto& problem : report.problems)
    std::fprintf(stderr, "%s\n", to_line(problem).c_str());
  if (report.problems_left_out > 0)
    std::fprintf(stderr, "… and %lld more\n", static_cast<long long>(report.problems_left_out));
  std::printf("%lld tickets added, %lld changed, %lld the same, %lld skipped\n",
              static_cast<long long>(report.added), static_cast<long long>(report.changed),
              static_cast<long long>(report.same), static_cast<long long>(report.skipped));
  if (report.files_unchanged > 0)
    std::printf("%zu files had not changed since they were imported\n", report.files_unchanged);
  if (report.added + report.changed > 0)
    std::printf("%s\n", imported.by_server
                            ? "The running server makes them findable within a minute."
                            : "Run kb-index build to make them findable.");
}

int run_import(const ImportFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  std::vector<tickets::ImportFile> files;
  for (const auto& path : flags.files) {
    auto file = file_to_read(*config, path, flags);
    if (!file) return failed(file.error());
    files.push_back(std::move(*file));
  }
  const auto imported = import_all(*config, files);
  if (!imported) return failed(imported.error());
  if (flags.common.json)
    print_json(to_json(*imported));
  else
    print(*imported);
  return imported->report.problems.empty() ? kDone : kDoneWithErrors;
}

}  // namespace

void add_import_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ImportFlags>();
  auto* command = app.add_subcommand("import", "Read exports of helpdesks into the store");
  command->add_option("files", flags->files, "what to read")->required()->check(CLI::ExistingFile);
  command->add_option("--source", flags->source,
                      "the helpdesk's name (default: the file's name without its ending)");
  command->add_option(
      "--format", flags->format,
      "jsonl, csv, zendesk, chatwoot, zammad or mbox (default: by the file's name)");
  add_config_flag(*command, flags->common);
  add_json_flag(*command, flags->common);
  command->callback([flags, &environment, &status] { status = run_import(*flags, environment); });
}

}  // namespace kb
