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
#include "core/insights/visit_report_csv.h"
#include "core/insights/visit_report_json.h"
#include "core/insights/visit_report_text.h"
#include "core/store/store.h"
#include "server/commands/command.h"
#include "server/coverage/digest_report.h"
#include "server/gaps/gaps_report.h"
#include "server/insights/visit_question.h"

namespace kb {
namespace {

using insights::TicketReport;
using insights::VisitReport;

template <class Report>
struct Format {
  std::string_view name;
  std::string (*print)(const Report& report);
};

template <class Report>
constexpr std::array kFormats = {Format<Report>{"text", insights::to_text},
                                 Format<Report>{"json", insights::to_json},
                                 Format<Report>{"csv", insights::to_csv}};

template <class Report>
Result<Format<Report>> parse_format(std::string_view name) {
  std::vector<std::string_view> known;
  for (const auto& format : kFormats<Report>) {
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

// "from, to" as a member of a question, "--from, --to" as flags.
Error as_flags(Error error) {
  if (error.where == "insights.time_zone") return error;
  error.where = error.where == "from, to" ? "--from, --to" : "--" + error.where;
  return error;
}

using ReportText = Result<std::string> (*)(const Config& config, const ReportFlags& flags,
                                           Time now);

int run_report(const ReportFlags& flags, const Environment& environment, ReportText text_of) {
  CommonFlags common;
  common.config = flags.config;
  const auto config = load_site(common, environment);
  if (!config) return failed(config.error());
  const auto report = text_of(*config, flags, SystemClock().now());
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
  const auto format = parse_format<TicketReport>(flags.format);
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

Result<std::string> deflection_report_text(const Config& config, const ReportFlags& flags,
                                           Time now) {
  const auto format = parse_format<VisitReport>(flags.format);
  if (!format) return fail(format.error());
  const auto wish = visit_wish(config,
                               {.from = flags.from,
                                .to = flags.to,
                                .by = flags.by,
                                .step = flags.step,
                                .lang = flags.lang,
                                .category = flags.category},
                               now);
  if (!wish) return fail(as_flags(wish.error()));
  const auto store = store::Store::open(config.store.url, store::Store::Access::read);
  if (!store) return fail(store.error());
  insights::KeptVisits kept;
  const auto report = visit_report(kept, **store, *wish);
  if (!report) return fail(report.error());
  return format->print(*report);
}

Result<std::string> gap_report_text(const Config& config, const ReportFlags& flags, Time now) {
  return gaps_report(config, {.format = flags.format, .lang = flags.lang}, now);
}

Result<std::string> digest_report_text(const Config& config, const ReportFlags& flags, Time now) {
  return digest_report(config, flags.format, now);
}

namespace {

using SharedReportFlags = std::shared_ptr<ReportFlags>;

CLI::App* add_report(CLI::App& report, const std::string& name, const std::string& what,
                     const SharedReportFlags& flags) {
  auto* command = report.add_subcommand(name, what);
  command->add_option("--config", flags->config, "the site's configuration (default: kb.yaml)");
  command->add_option("--format", flags->format, "text, json or csv (default: text)");
  command->add_option("--out", flags->out, "write to this file (default: standard output)");
  return command;
}

void add_first_day(CLI::App& command, const SharedReportFlags& flags) {
  command.add_option("--from", flags->from,
                     "first day, as 2026-03-01 (default: 28 days up to --to)");
}

}  // namespace

void add_report_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ReportFlags>();
  auto* report = app.add_subcommand("report", "Print figures of what happened");
  report->require_subcommand(1);
  auto* tickets = add_report(*report, "tickets", "Print the figures of support tickets", flags);
  add_first_day(*tickets, flags);
  tickets->add_option("--to", flags->to, "last day (default: yesterday, in UTC)");
  tickets->add_option("--by", flags->by, "break down by team, topic, lang or plan");
  tickets->callback([flags, &environment, &status] {
    status = run_report(*flags, environment, ticket_report_text);
  });
  auto* visits = add_report(*report, "deflection",
                            "Print what visitors searched, read and solved themselves", flags);
  add_first_day(*visits, flags);
  visits->add_option("--to", flags->to, "last day (default: yesterday, in the site's time zone)");
  visits->add_option("--by", flags->by, "break down by lang, category, article or channel");
  visits->add_option("--step", flags->step,
                     "a row for each day, week or month (default: as suits the period)");
  visits->add_option("--lang", flags->lang, "only this language");
  visits->add_option("--category", flags->category, "only this category");
  visits->callback([flags, &environment, &status] {
    status = run_report(*flags, environment, deflection_report_text);
  });
  auto* gaps = add_report(
      *report, "gaps", "Print what customers asked in vain, what helps most of them first", flags);
  gaps->add_option("--lang", flags->lang, "only this language");
  gaps->callback([flags, &environment, &status] {
    status = run_report(*flags, environment, gap_report_text);
  });
  auto* digest = report->add_subcommand("digest", "Print the weekly digest as it would be sent");
  digest->add_option("--config", flags->config, "the site's configuration (default: kb.yaml)");
  digest->add_option("--format", flags->format, "text, html or json (default: text)");
  digest->add_option("--out", flags->out, "write to this file (default: standard output)");
  digest->callback([flags, &environment, &status] {
    status = run_report(*flags, environment, digest_report_text);
  });
}

}  // namespace kb
