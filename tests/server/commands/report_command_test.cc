#include "server/commands/report_command.h"

#include <gmock/gmock.h>

#include <fstream>
#include <memory>
#include <nlohmann/json.hpp>
#include <span>
#include <sstream>

#include "core/base/date.h"
#include "core/store/store.h"
#include "core/store/ticket_table.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

Ticket solved_ticket() {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = "1";
  ticket.lang = "en";
  ticket.team = "orders";
  ticket.created = parse_time("2026-03-10T09:00:00Z").value();
  ticket.first_response = ticket.solved = parse_time("2026-03-10T09:12:00Z").value();
  ticket.replies = 1;
  return ticket;
}

class ReportCommand : public SiteCommand {
 protected:
  std::unique_ptr<store::Store> store_with_a_ticket() const {
    auto store = store::Store::open("sqlite:" + database(), store::Store::Access::write);
    EXPECT_TRUE(store) << to_line(store.error());
    const Ticket ticket = solved_ticket();
    EXPECT_TRUE((*store)->write(
        [&](store::Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); }));
    return std::move(*store);
  }

  Outcome report(std::vector<std::string> flags) {
    flags.insert(flags.begin(), {"report", "tickets"});
    return run(std::move(flags));
  }
};

TEST_F(ReportCommand, NeedsAnIndexForTheWeeklyDigest) {
  const auto held = store_with_a_ticket();
  const auto outcome = run({"report", "digest"});
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.err, HasSubstr("no index yet; build it with kb-index build"));
  EXPECT_THAT(run({"report", "digest", "--format", "csv"}).err, HasSubstr("no format 'csv'"));
}

TEST_F(ReportCommand, ReportsWhileAnotherHoldsTheStore) {
  const auto held = store_with_a_ticket();
  const auto outcome = report({"--from", "2026-03-09", "--to", "2026-03-15", "--by", "team"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.err, IsEmpty());
  EXPECT_THAT(outcome.out, StartsWith("Tickets from 2026-03-09 to 2026-03-15 (UTC)"));
  EXPECT_THAT(outcome.out, HasSubstr("12 min"));
  EXPECT_THAT(outcome.out, HasSubstr("By team"));
}

TEST_F(ReportCommand, PrintsJsonAndCsv) {
  const auto held = store_with_a_ticket();
  const auto json = report({"--from", "2026-03-09", "--to", "2026-03-15", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(json.out).at("figures").at("solved").at("value"), 1);
  const auto csv = report({"--from", "2026-03-09", "--to", "2026-03-15", "--format", "csv"});
  EXPECT_THAT(csv.out, StartsWith("section,name,"));
}

TEST_F(ReportCommand, WritesAFile) {
  const auto held = store_with_a_ticket();
  const auto file = site.folder() / "report.csv";
  const auto outcome = report({"--format", "csv", "--out", file.string()});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, IsEmpty());
  std::ostringstream written;
  written << std::ifstream(file).rdbuf();
  EXPECT_THAT(written.str(), StartsWith("section,name,"));
  const auto nowhere = report({"--out", (site.folder() / "no" / "report.csv").string()});
  EXPECT_EQ(nowhere.status, 2);
  EXPECT_THAT(nowhere.err, HasSubstr("report.csv"));
}

TEST_F(ReportCommand, TakesThePeriodFromTheClock) {
  const auto held = store_with_a_ticket();
  Config site_config;
  site_config.store.url = "sqlite:" + database();
  ReportFlags flags;
  const auto text =
      ticket_report_text(site_config, flags, parse_time("2026-03-20T12:00:00Z").value());
  ASSERT_TRUE(text) << to_line(text.error());
  EXPECT_THAT(*text, StartsWith("Tickets from 2026-02-20 to 2026-03-19 (UTC)"));
}

TEST_F(ReportCommand, HoldsAnswersAgainstTheTargets) {
  const auto held = store_with_a_ticket();
  Config site_config;
  site_config.store.url = "sqlite:" + database();
  site_config.tickets.targets = {{"", {10, 0}}};
  ReportFlags flags;
  flags.format = "json";
  const auto text =
      ticket_report_text(site_config, flags, parse_time("2026-03-20T12:00:00Z").value());
  ASSERT_TRUE(text) << to_line(text.error());
  const auto figures = nlohmann::json::parse(*text).at("figures");
  EXPECT_EQ(figures.at("first_response_within_target").at("value"), 0);
  EXPECT_EQ(figures.at("resolution_within_target").at("value"), nullptr) << "nothing promised";
}

TEST_F(ReportCommand, ReportsDeflection) {
  const auto held = store_with_a_ticket();
  const auto outcome =
      run({"report", "deflection", "--from", "2026-03-09", "--to", "2026-03-15", "--by", "lang",
           "--step", "week", "--lang", "en", "--category", "billing"});
  EXPECT_EQ(outcome.status, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("Visits from 2026-03-09 to 2026-03-15 (UTC)"));
  EXPECT_THAT(outcome.out, HasSubstr("Note: nothing has happened yet."));
  const auto json = run({"report", "deflection", "--format", "json"});
  EXPECT_EQ(nlohmann::json::parse(json.out).at("figures").at("sessions").at("value"), nullptr);
  const auto csv = run({"report", "deflection", "--format", "csv"});
  EXPECT_THAT(csv.out, StartsWith("section,name,from,"));
}

TEST_F(ReportCommand, TakesThePeriodOfVisitsFromTheSitesCalendar) {
  const auto held = store_with_a_ticket();
  Config site_config;
  site_config.store.url = "sqlite:" + database();
  site_config.insights.time_zone = "Europe/Bucharest";
  const auto text =
      deflection_report_text(site_config, {}, parse_time("2026-03-19T22:30:00Z").value());
  ASSERT_TRUE(text) << to_line(text.error());
  EXPECT_THAT(*text, StartsWith("Visits from 2026-02-20 to 2026-03-19 (Europe/Bucharest)"));
}

TEST_F(ReportCommand, NamesTheFlagThatIsWrong) {
  for (const auto& [flag, value, error] :
       std::vector<std::tuple<std::string, std::string, std::string>>{
           {"--by", "langs", "--by: no figures by 'langs'; did you mean `lang`?"},
           {"--step", "moth", "--step: no step 'moth'; did you mean `month`?"},
           {"--from", "monday", "--from, --to: not a day: 'monday'"},
           {"--lang", "images", "--lang: "},
           {"--format", "jsn", "--format: no format 'jsn'"}}) {
    const auto outcome = run({"report", "deflection", flag, value});
    EXPECT_EQ(outcome.status, 2);
    EXPECT_THAT(outcome.err, HasSubstr(error));
  }
}

struct Case {
  std::vector<std::string> flags;
  std::string_view error;
};
class ReportMistake : public ReportCommand, public testing::WithParamInterface<Case> {};

TEST_P(ReportMistake, IsTold) {
  const auto outcome = report(GetParam().flags);
  EXPECT_EQ(outcome.status, 2);
  EXPECT_THAT(outcome.out, IsEmpty());
  EXPECT_THAT(outcome.err, HasSubstr(GetParam().error));
}

// There is no store either: what was asked for is looked at first.
INSTANTIATE_TEST_SUITE_P(
    Mistakes, ReportMistake,
    testing::Values(
        Case{{"--from", "2026-03-15", "--to", "2026-03-09"},
             "kb-server: --from, --to: the period ends on 2026-03-09, before it begins on "
             "2026-03-15; exchange the two days\n"},
        Case{{"--from", "monday"}, "not a day: 'monday'; write it as 2026-03-14"},
        Case{{"--by", "teem"}, "--by: no figures by 'teem'; did you mean `team`?"},
        Case{{"--format", "jsn"}, "--format: no format 'jsn'; did you mean `json`?"},
        Case{{"--weekly"}, "--weekly"}, Case{{}, "answerwell.db"}));

}  // namespace
}  // namespace kb
