#include "scripts/benchmarks/events.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <fstream>
#include <random>

#include "core/insights/rollup_refresh.h"
#include "core/store/event_table.h"
#include "core/store/store.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/load_client.h"
#include "scripts/benchmarks/scratch_site.h"

namespace kb::bench {
namespace {

namespace fs = std::filesystem;
using store::Action;
using store::Event;
using store::Store;

constexpr std::size_t kBatches = 2'000;
constexpr std::size_t kBatchSize = 100;
constexpr std::size_t kConnections = 16;
constexpr double kEventsPerSecond = 20'000;
constexpr double kReportSeconds = 2;
constexpr int kDays = 90;
constexpr int kArticles = 500;
constexpr std::size_t kWritten = 20'000;  // events of one transaction of the generator

ScratchSite event_site(const EventBench& bench) {
  ScratchSite site(bench.scratch / "event-site", bench.programs, "index: {path: index, keep: 1}\n");
  for (int i = 0; i < kArticles; ++i) {
    const auto number = std::to_string(i);
    site.write_article("en/help/a" + number + ".md",
                       "# Question " + number + "\n\nThe answer is number " + number + ".\n");
  }
  return site;
}

std::string article(std::uint64_t number) {
  return "en/help/a" + std::to_string(number % kArticles);
}

// As browsers send them; each batch from an address of its own, as a proxy would tell it.
std::vector<std::string> batches_over_http() {
  std::vector<std::string> requests;
  for (std::size_t batch = 0; batch < kBatches; ++batch) {
    std::string json = "{\"batch_id\":\"bench-" + std::to_string(batch) + "\",\"events\":[";
    for (std::size_t i = 0; i < kBatchSize; ++i)
      json += std::string(i ? "," : "") +
              R"({"action_name":"read","event_attributes":{"object":{"object_id":")" +
              article(batch * kBatchSize + i) + R"("},"dwell":)" + std::to_string(i % 60) + "}}";
    json += "]}";
    const auto address =
        "10." + std::to_string(batch / 250) + "." + std::to_string(batch % 250) + ".7";
    requests.push_back(
        post_request("/api/v1/events", json,
                     "X-Forwarded-For: " + address + "\r\nUser-Agent: Mozilla/5.0 (bench)\r\n"));
  }
  return requests;
}

std::vector<Event> events_of(std::size_t batch) {
  std::vector<Event> events;
  for (std::size_t i = 0; i < kBatchSize; ++i)
    events.push_back({.at = Time(std::chrono::seconds(1'767'225'600 + batch)),
                      .day = 20'454,
                      .action = Action::read,
                      .visitor = static_cast<std::int64_t>(batch + 1),
                      .lang = "en",
                      .object = article(batch * kBatchSize + i),
                      .value = static_cast<std::int64_t>(i % 60)});
  return events;
}

// Events per second into the store alone, each batch acknowledged before the next.
Result<double> plain_rate(const ScratchSite& site) {
  auto opened = Store::open("sqlite:" + site.file("plain.db").string(), Store::Access::write);
  if (!opened) return fail(opened.error());
  const double started = wall_seconds();
  for (std::size_t batch = 0; batch < kBatches; ++batch) {
    const auto put = (*opened)->write([&](store::Sql& sql) {
      return store::put_batch(sql, {"plain-" + std::to_string(batch), events_of(batch)});
    });
    if (!put) return fail(put.error());
  }
  return static_cast<double>(kBatches * kBatchSize) / (wall_seconds() - started);
}

Result<std::vector<Row>> measure_ingest(const ScratchSite& site) {
  const auto plain = plain_rate(site);
  if (!plain) return fail(plain.error());
  const auto server = site.serve();
  if (!server) return fail(server.error());
  const auto requests = batches_over_http();
  const auto result = load_requests((*server)->port(), requests, kConnections);
  const double rate = static_cast<double>(result.answered * kBatchSize) / result.seconds;
  return std::vector<Row>{
      {"Events taken over HTTP in batches of 100",
       "events/s",
       rate,
       {},
       at_least(kEventsPerSecond)},
      {"Events, beside the store alone", "events/s", rate, *plain, {}},
      {"Batches of events: p99", "ms", result.p99_us / 1e3, {}, {}},
      {"Batches of events refused", "batches", static_cast<double>(result.failed), {}, at_most(0)}};
}

// Sessions as they are: a search or two, a look, now and then the form.
class Visitors {
 public:
  explicit Visitors(std::int64_t first_day) : first_day_(first_day) {}

  std::vector<Event> session(std::int64_t day_of_all) {
    const auto day = first_day_ + day_of_all % kDays;
    Event next{.at = Time(std::chrono::seconds(day * 86'400 + draw(80'000))),
               .day = day,
               .visitor = static_cast<std::int64_t>(random_() >> 1),
               .lang = kLanguages[few(kLanguages.size())],
               .category = "topic" + std::to_string(draw(12))};
    std::vector<Event> events;
    const auto add = [&](Action action, std::int64_t seconds) -> Event& {
      next.at += std::chrono::seconds(seconds);
      events.push_back(next);
      events.back().action = action;
      return events.back();
    };
    for (std::uint64_t i = draw(3) + 1; i > 0; --i) {
      Event& search = add(Action::searched, 9);
      search.query_id = std::to_string(random_());
      search.text = "question " + std::to_string(few(30'000));
      search.value = static_cast<std::int64_t>(draw(20));
      search.outcome = search.value == 0 ? "none" : "results";
    }
    const auto number = few(kArticles);
    next.category = "topic" + std::to_string(number % 12);
    const auto object = next.lang + article(number).substr(2);
    add(Action::page_viewed, 4).object = object;
    Event& click = add(Action::clicked, 0);
    click.object = object;
    click.position = static_cast<std::int64_t>(draw(10)) + 1;
    Event& read = add(Action::read, 31);
    read.object = object;
    read.outcome = draw(3) ? "point" : "";
    if (draw(12) == 0) contact(add);
    return events;
  }

 private:
  template <class Add>
  void contact(const Add& add) {
    const auto form = std::to_string(random_());
    const bool holdout = draw(20) == 0;
    Event& opened = add(Action::contact_opened, 15);
    opened.form = form;
    opened.outcome = holdout ? "holdout" : "offered";
    if (draw(3) == 0) {
      Event& solved = add(Action::contact_solved, 40);
      solved.form = form;
    } else if (draw(3)) {
      Event& sent = add(Action::ticket_submitted, 90);
      sent.form = form;
      sent.outcome = "form";
      sent.customer = "customer" + std::to_string(draw(200'000));
    }
  }

  std::uint64_t draw(std::uint64_t below) { return random_() % below; }
  // The first are drawn most: as 1/n, as words and pages are.
  std::uint64_t few(std::uint64_t below) {
    const double even = static_cast<double>(random_() >> 11) * 0x1p-53;
    return static_cast<std::uint64_t>(std::pow(static_cast<double>(below), even)) - 1;
  }

  static constexpr std::array kLanguages{"en", "ro", "pl", "it", "ru",
                                         "de", "fr", "es", "ar", "ja"};
  const std::int64_t first_day_;
  std::mt19937_64 random_{20260314};
};

Result<void> write_history(const ScratchSite& site, std::int64_t wanted, std::int64_t first_day) {
  auto opened = Store::open(site.url(), Store::Access::write);
  if (!opened) return fail(opened.error());
  Visitors visitors(first_day);
  std::int64_t written = 0;
  for (std::int64_t session = 0; written < wanted;) {
    store::EventBatch batch{"history-" + std::to_string(session), {}};
    for (; batch.events.size() < kWritten; ++session) {
      const auto events = visitors.session(session);
      batch.events.insert(batch.events.end(), events.begin(), events.end());
    }
    const auto put =
        (*opened)->write([&](store::Sql& sql) { return store::put_batch(sql, batch); });
    if (!put) return fail(put.error());
    written += static_cast<std::int64_t>(batch.events.size());
  }
  return {};
}

Result<std::vector<Row>> measure_reports(const ScratchSite& site, std::int64_t kept) {
  const auto today =
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()).time_since_epoch();
  const std::int64_t first_day = today.count() - kDays;
  if (auto done = write_history(site, kept, first_day); !done) return fail(done.error());

  auto opened = Store::open(site.url(), Store::Access::write);
  if (!opened) return fail(opened.error());
  const double started = wall_seconds();
  const auto summed = insights::refresh_rollups(**opened, today.count());
  if (!summed) return fail(summed.error());
  const double seconds = wall_seconds() - started;
  opened->reset();
  std::vector<Row> rows{
      {"Daily sums made from all events", "events/s", static_cast<double>(kept) / seconds, {}, {}}};
  struct Wish {
    const char* name;
    std::vector<std::string> flags;
  };
  const std::array wishes{Wish{"28 days", {}},
                          Wish{"by language", {"--by", "lang"}},
                          Wish{"by category", {"--by", "category"}},
                          Wish{"by article", {"--by", "article"}},
                          Wish{"by channel", {"--by", "channel"}},
                          Wish{"by week", {"--step", "week"}}};
  for (const auto& wish : wishes) {
    std::vector<std::string> arguments{"report", "deflection"};
    arguments.insert(arguments.end(), wish.flags.begin(), wish.flags.end());
    const auto cost = site.run_program("kb-server", arguments, "report.log");
    if (!cost) return fail(cost.error());
    rows.push_back({std::string("Report of deflection, ") + wish.name,
                    "s",
                    cost->seconds,
                    {},
                    at_most(kReportSeconds)});
  }
  return rows;
}

}  // namespace

Result<std::vector<Row>> measure_events(const EventBench& bench) {
  const auto site = event_site(bench);
  const auto built = site.run_program("kb-index", {"build"}, "build.log");
  if (!built) return fail(built.error());
  auto rows = measure_ingest(site);
  if (!rows) return rows;
  const auto reports = measure_reports(site, bench.kept);
  if (!reports) return fail(reports.error());
  rows->insert(rows->end(), reports->begin(), reports->end());
  return rows;
}

}  // namespace kb::bench
