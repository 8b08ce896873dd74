#include "scripts/benchmarks/gaps.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

#include "core/index/searcher_pool.h"
#include "core/insights/rollup_refresh.h"
#include "core/store/event_table.h"
#include "core/store/store.h"
#include "core/store/ticket_table.h"
#include "core/text/stemmer.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/gap_visitors.h"
#include "scripts/benchmarks/load_client.h"
#include "scripts/benchmarks/scratch_site.h"
#include "server/gaps/gap_board.h"

namespace kb::bench {
namespace {

namespace fs = std::filesystem;
using store::Store;

constexpr std::int64_t kDays = 56;  // the period and the one before it
constexpr std::uint64_t kTopics = 2'000;
constexpr std::size_t kWritten = 20'000;  // events of one transaction of the generator
constexpr std::size_t kResolvedAtOnce = 2'000;
constexpr double kFromScratchSeconds = 60;
constexpr double kPeakMb = 1'000;
constexpr double kIncrementSeconds = 2;
constexpr double kPageMs = 300;
constexpr double kReplaySeconds = 10;
constexpr std::int64_t kHourlySearches = 1'500;  // a month's million, in a busy hour
constexpr int kHours = 5;                        // the median of which is told
constexpr std::size_t kReplayed = 10'000;

std::int64_t today() {
  const auto now = std::chrono::system_clock::now();
  return std::chrono::floor<std::chrono::days>(now).time_since_epoch().count();
}

ScratchSite gap_site(const GapBench& bench) {
  ScratchSite site(bench.scratch / "gap-site", bench.programs,
                   "index: {path: index, keep: 2}\n"
                   "login: {proxy_user_header: X-User, proxy_role_header: X-Role}\n"
                   "insights: {shown_from: 1}\n");
  const GapVisitors visitors({.first_day = 0, .topics = kTopics});
  for (auto topic = GapVisitors::kAnsweredFrom; topic < kTopics; ++topic) {
    const auto article = visitors.article(topic);
    site.write_article(
        article.lang + "/topic" + std::to_string(topic % 12) + "/a" + std::to_string(topic) + ".md",
        "# " + article.title + "\n\n" + article.text + "\n");
  }
  return site;
}

Result<void> write_sessions(Store& store, GapVisitors& visitors, const std::string& name,
                            std::int64_t first, std::int64_t searches) {
  std::int64_t made = 0;
  for (std::int64_t session = first; made < searches;) {
    store::EventBatch batch{name + std::to_string(session), {}};
    for (; batch.events.size() < kWritten && made < searches; ++session) {
      auto one = visitors.session(session);
      made += one.searches;
      std::ranges::move(one.events, std::back_inserter(batch.events));
    }
    const auto put = store.write([&](store::Sql& sql) { return store::put_batch(sql, batch); });
    if (!put) return fail(put.error());
  }
  return {};
}

Result<void> write_contacts(Store& store, GapVisitors& visitors, std::int64_t tickets) {
  return store.write([&](store::Sql& sql) -> Result<void> {
    for (std::int64_t number = 0; number < tickets; ++number)
      if (const auto put = store::put_contact_ticket(sql, visitors.ticket(number)); !put)
        return fail(put.error());
    return {};
  });
}

Result<void> write_resolved(Store& store, GapVisitors& visitors, std::int64_t tickets) {
  std::vector<Ticket> batch;
  for (std::int64_t number = 0; number < tickets; ++number) {
    batch.push_back(visitors.resolved(number));
    if (batch.size() < kResolvedAtOnce && number + 1 < tickets) continue;
    const auto put = store.write([&](store::Sql& sql) { return store::put_tickets(sql, batch); });
    if (!put) return fail(put.error());
    batch.clear();
  }
  return {};
}

// As a running server does it, hour by hour: in this process, with what it keeps in memory.
Result<double> measure_increment(const ScratchSite& site) {
  const auto config = load_config(site.config(), [](const std::string&) { return std::nullopt; });
  if (!config) return fail(config.error());
  const auto store = Store::open(site.url(), Store::Access::write);
  if (!store) return fail(store.error());
  text::Stemmers stemmers;
  index::SearcherPool searchers(config->index.path, stemmers);
  if (const auto live = searchers.refresh(); !live) return fail(live.error());
  const SystemClock clock;
  const auto board = GapBoard::create({.config = *config,
                                       .clock = clock,
                                       .store = [&] { return store->get(); },
                                       .searchers = searchers,
                                       .problem = [](const Error&) {}});
  if (!board) return fail(board.error());
  if (const auto first = (*board)->refresh(); !first) return fail(first.error());
  GapVisitors visitors({.first_day = today() - 1, .days = 1, .topics = kTopics});
  std::array<double, kHours> seconds{};
  for (int hour = 0; hour < kHours; ++hour) {
    // Each hour's visitors are others: sessions are numbered on.
    const auto name = "hour-" + std::to_string(hour) + "-";
    const std::int64_t first = hour * kHourlySearches;
    if (auto done = write_sessions(**store, visitors, name, first, kHourlySearches); !done)
      return fail(done.error());
    const double started = wall_seconds();
    if (const auto next = (*board)->refresh(); !next) return fail(next.error());
    seconds[hour] = wall_seconds() - started;
  }
  std::ranges::sort(seconds);
  return seconds[kHours / 2];
}

Result<std::vector<Row>> measure_pages(const ScratchSite& site) {
  const auto server = site.serve();
  if (!server) return fail(server.error());
  const auto request = [](const std::string& path) {
    return "GET " + path +
           " HTTP/1.1\r\nHost: 127.0.0.1\r\nX-User: bench\r\nX-Role: writer\r\n"
           "User-Agent: Mozilla/5.0 (bench)\r\n\r\n";
  };
  // The board finds its gaps first.
  const double started = wall_seconds();
  bool ready = false;
  while (!ready && wall_seconds() - started < 4 * kFromScratchSeconds)
    ready = load_requests((*server)->port(), {request("/writer/gaps/1")}, 1).failed == 0;
  std::vector<Row> rows;
  for (const auto* path : {"/writer", "/writer/gaps", "/writer/gaps/1", "/writer/insights",
                           "/writer/tickets", "/writer/translations", "/writer/articles",
                           "/writer/synonyms", "/writer/wishes", "/writer/targets"}) {
    const std::vector<std::string> requests(20, request(path));
    const auto result = load_requests((*server)->port(), requests, 1);
    if (result.failed > 0) return fail("did not answer", path);
    rows.push_back(
        {std::string("Page ") + path, "ms", result.median_us / 1e3, {}, at_most(kPageMs)});
  }
  return rows;
}

Result<Cost> measure_replay(const ScratchSite& site, GapVisitors& visitors) {
  std::ofstream queries(site.file("queries.tsv"));
  std::size_t written = 0;
  for (std::int64_t session = 0; written < kReplayed; ++session)
    for (const auto& event : visitors.session(session).events)
      if (event.action == store::Action::searched && written < kReplayed) {
        queries << event.text << '\t' << event.lang << '\n';
        ++written;
      }
  queries.close();
  return site.run_program("kb-index", {"replay", "--queries", site.file("queries.tsv").string()},
                          "replay.log");
}

}  // namespace

Result<std::vector<Row>> measure_gaps(const GapBench& bench) {
  const auto site = gap_site(bench);
  if (const auto built = site.run_program("kb-index", {"build"}, "build.log"); !built)
    return fail(built.error());
  GapVisitors visitors({.first_day = today() - kDays, .days = kDays, .topics = kTopics});
  {
    auto store = Store::open(site.url(), Store::Access::write);
    if (!store) return fail(store.error());
    if (auto done = write_sessions(**store, visitors, "history-", 0, bench.searches); !done)
      return fail(done.error());
    // Half of them from the contact form, half from a helpdesk.
    if (auto done = write_contacts(**store, visitors, bench.tickets / 2); !done)
      return fail(done.error());
    if (auto done = write_resolved(**store, visitors, bench.tickets / 2); !done)
      return fail(done.error());
    if (const auto summed = insights::refresh_rollups(**store, today()); !summed)
      return fail(summed.error());
  }
  const auto report =
      site.run_program("kb-server", {"report", "gaps", "--format", "json"}, "gaps.json");
  if (!report) return fail(report.error());
  const auto increment = measure_increment(site);
  if (!increment) return fail(increment.error());
  std::vector<Row> rows{
      {"Gaps in a million searches, from scratch",
       "s",
       report->seconds,
       {},
       at_most(kFromScratchSeconds)},
      {"Gaps from scratch: peak memory", "MB", report->peak_mb, {}, at_most(kPeakMb)},
      {"Gaps of one more hour", "s", *increment, {}, at_most(kIncrementSeconds)}};
  const auto pages = measure_pages(site);
  if (!pages) return fail(pages.error());
  rows.insert(rows.end(), pages->begin(), pages->end());
  const auto replay = measure_replay(site, visitors);
  if (!replay) return fail(replay.error());
  rows.push_back({"Replay of 10,000 queries", "s", replay->seconds, {}, at_most(kReplaySeconds)});
  return rows;
}

}  // namespace kb::bench
