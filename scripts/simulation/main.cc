// Fills a store with visitors who never were, so that gaps, figures and reports have something to
// show: scripts/simulate.
//
//   kb-simulate [--config kb.yaml] [--days 56] [--visitors 150] [--pass DAYS] [--seed N]
//
// The days end yesterday. --pass first makes all that is stored that many days older: then the days
// are those that followed. No server may be running on the store.

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>

#include "core/base/clock.h"
#include "core/store/store.h"
#include "core/text/calendar.h"
#include "core/text/language.h"
#include "scripts/simulation/days.h"
#include "scripts/simulation/passing_time.h"

namespace {

using kb::Result;

struct Flags {
  std::string config;
  std::string searches = KB_SIMULATED_SEARCHES;
  int days = 56;
  int visitors = 150;
  int pass = 0;
  std::uint64_t seed = 1;
};

std::optional<std::string> environment(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  return value ? std::optional<std::string>(value) : std::nullopt;
}

Result<void> run(const Flags& flags) {
  auto config = kb::load_config(flags.config, environment);
  if (!config) return kb::fail(config.error());
  if (auto known = kb::text::canonicalise_languages(config->site); !known) return known;
  const auto topics = kb::simulation::Topics::read(*config, flags.searches);
  if (!topics) return kb::fail(topics.error());
  auto store = kb::store::Store::open(config->store.url, kb::store::Store::Access::write);
  if (!store) return kb::fail(store.error());
  if (flags.pass > 0) {
    const auto passed = (*store)->write(
        [&](kb::store::Sql& sql) { return kb::simulation::let_days_pass(sql, flags.pass); });
    if (!passed) return passed;
    std::fprintf(stderr, "%d days have passed.\n", flags.pass);
  }
  const auto calendar = kb::text::Calendar::of(config->insights.time_zone);
  if (!calendar) return kb::fail(calendar.error());
  const auto now = kb::SystemClock().now();
  const auto yesterday = calendar->day_of(now) - 1;
  const kb::simulation::Wish wish{yesterday - flags.days + 1, yesterday, flags.visitors,
                                  flags.seed};
  const auto written =
      kb::simulation::simulate(*config, *topics, wish, now, **store, [&](std::int64_t day) {
        std::fprintf(stderr, "day %lld of %d\n", static_cast<long long>(day - wish.from_day + 1),
                     flags.days);
      });
  if (!written) return kb::fail(written.error());
  std::printf(
      "%lld days, %lld visitors, %lld events, %lld tickets; %lld days were there already.\n",
      static_cast<long long>(written->days), static_cast<long long>(written->sessions),
      static_cast<long long>(written->events), static_cast<long long>(written->tickets),
      static_cast<long long>(flags.days - written->days));
  return {};
}

}  // namespace

int main(int argc, char** argv) {
  Flags flags;
  CLI::App app("Simulates visitors of a help center and writes what they did into its store.",
               "scripts/simulate");
  app.add_option("--config", flags.config, "The site's kb.yaml");
  app.add_option("--days", flags.days, "How many, the last of them yesterday")
      ->check(CLI::Range(1, 365))
      ->capture_default_str();
  app.add_option("--visitors", flags.visitors, "On a working day")
      ->check(CLI::Range(1, 100'000))
      ->capture_default_str();
  app.add_option("--pass", flags.pass, "First, all that is stored becomes so many days older")
      ->check(CLI::Range(1, 365));
  app.add_option("--seed", flags.seed, "Other visitors")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  const auto done = run(flags);
  if (done) return 0;
  std::fprintf(stderr, "%s\n", kb::to_line(done.error()).c_str());
  return 2;
}
