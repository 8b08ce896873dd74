#include "server/commands/report_command.h"

#include <CLI/CLI.hpp>
#include <array>
#include <cstdio>
#include <memory>

#include "core/base/durable_file.h"
#include "core/base/nearest_key.h"
#include "core/insights/report_csv.h"
#include "core/insights/report_json.h"
#include "core/insights/report_text.h"
#include "core/insights/ticket_reader.h"
#include "core/insights/ticket_report.h"
#include "core/store/store.h"
#include "server/commands/command.h"

namespace kb {
namespace {

using insights::TicketReport;

struct Format {
  std::string_view name;
  std::string (*print)(const TicketReport& report);
};

constexpr std::array kFormats = {Format{"text", insights::to_text},
                                 Format{"json", insights::to_json},
                                 Format{"csv", insights::to_csv}};

Result<Format> parse_format(std::string_view name) {
  std::vector<std::string_view> known;
  for (const Format& format : kFormats) {
    if (format.name == name) return format;
    known.push_back(format.name);
  }
  return fail("no format '" + std::string(name) + "'", "--format", nearest_key(name, known));
}

Error at(const std::string& where, Error error) {
  error.where = where;
  return error;
}

Result<insights::ReportWish> wish_of(const Config& config, const ReportFlags& flags, Time now) {
  const auto period = insights::parse_period(flags.from, flags.to, now);
  if (!period) return fail(at("--from, --to", period.error()));
  insights::ReportWish wish{*period, now, {}, config.tickets.targets};
  if (flags.by.empty()) return wish;
  const auto by = insights::parse_dimension(flags.by);
  if (!by) return fail(at("--by", by.error()));
  wish.by = *by;
  return wish;
}

int run(const ReportFlags& flags, const Environment& environment) {
  CommonFlags common;
  common.config = flags.config;
  const auto config = load_site(common, environment);
  if (!config) return failed(config.error());
  const auto report = ticket_report_text(*config, flags, SystemClock().now());
  if (!report) return failed(report.error());
  if (flags.out.empty()) {
    std::fputs(report->c_str(), stdout);
    return kDone;
  }
  if (auto done = write_durably(flags.out, *report); !done) return failed(done.error());
  return kDone;
}

}  // namespace

Result<std::string> ticket_report_text(const Config& config, const ReportFlags& flags, Time now) {
  const auto format = parse_format(flags.format);
  if (!format) return fail(format.error());
  const auto wish = wish_of(config, flags, now);
  if (!wish) return fail(wish.error());
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  const auto tickets =
      (*store)->read([](store::Sql& sql) { return insights::read_figure_tickets(sql); });
  if (!tickets) return fail(tickets.error());
  return format->print(insights::report_tickets(*tickets, *wish));
}

void add_report_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ReportFlags>();
  auto* report = app.add_subcommand("report", "Print figures of what happened");
  report->require_subcommand(1);
  auto* tickets = report->add_subcommand("tickets", "Print the figures of support tickets");
  tickets->add_option("--config", flags->config, "the site's configuration (default: kb.yaml)");
  tickets->add_option("--from", flags->from,
                      "first day, as 2026-03-01 (default: 28 days up to --to)");
  tickets->add_option("--to", flags->to, "last day (default: yesterday, in UTC)");
  tickets->add_option("--by", flags->by, "break down by team, topic, lang or plan");
  tickets->add_option("--format", flags->format, "text, json or csv (default: text)");
  tickets->add_option("--out", flags->out, "write to this file (default: standard output)");
  tickets->callback([flags, &environment, &status] { status = run(*flags, environment); });
}

}  // namespace kb
