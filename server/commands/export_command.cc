#include "server/commands/export_command.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <limits>
#include <memory>

#include "core/base/date.h"
#include "core/store/store.h"
#include "server/commands/command.h"
#include "server/event_export.h"

namespace kb {
namespace {

struct ExportFlags {
  CommonFlags common;
  std::string from;
  std::string to;
  std::string format = "ubi";
  bool queries = false;
};

// Events stand under the day that they have in the site's time zone: days need no hours here.
Result<std::int64_t> day_of(const std::string& text, const char* flag, std::int64_t otherwise) {
  if (text.empty()) return otherwise;
  const auto time = parse_time(text);
  if (!time) return fail(time.error().what, flag, time.error().hint);
  return std::chrono::floor<std::chrono::days>(*time).time_since_epoch().count();
}

Result<store::DayRange> days_of(const ExportFlags& flags) {
  const auto from = day_of(flags.from, "--from", std::numeric_limits<std::int64_t>::min());
  if (!from) return fail(from.error());
  const auto to = day_of(flags.to, "--to", std::numeric_limits<std::int64_t>::max());
  if (!to) return fail(to.error());
  if (*from > *to) return fail("the last day is before the first", "--from, --to");
  return store::DayRange{*from, *to};
}

Result<void> print_line(std::string_view line) {
  if (std::fwrite(line.data(), 1, line.size(), stdout) == line.size()) return {};
  return fail("cannot write what is exported", "standard output", "is the disk full?");
}

Result<void> print_events(const Config& config, const ExportFlags& flags) {
  if (flags.format != "ubi")
    return fail("no format '" + flags.format + "'", "--format", "ubi is the one there is");
  const auto days = days_of(flags);
  if (!days) return fail(days.error());
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  const auto lines = flags.queries ? EventLines::queries : EventLines::events;
  auto printed =
      (*store)->read([&](store::Sql& sql) { return export_events(sql, *days, lines, print_line); });
  if (printed && std::fflush(stdout) != 0) return print_line("\n");
  return printed;
}

int run_event_export(const ExportFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, environment);
  if (!config) return failed(config.error());
  const auto printed = print_events(*config, flags);
  return printed ? kDone : failed(printed.error());
}

}  // namespace

void add_export_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ExportFlags>();
  auto* command = app.add_subcommand("export", "Print what is stored, for other tools");
  command->require_subcommand(1);
  auto* events = command->add_subcommand("events", "Print what visitors did, one JSON a line");
  add_config_flag(*events, flags->common);
  events->add_option("--from", flags->from, "first day, as 2026-03-01 (default: all)");
  events->add_option("--to", flags->to, "last day (default: all)");
  events->add_option("--format", flags->format, "ubi: OpenSearch's User Behavior Insights");
  events->add_flag("--queries", flags->queries, "the searches instead, with what they showed");
  events->callback(
      [flags, &environment, &status] { status = run_event_export(*flags, environment); });
}

}  // namespace kb
