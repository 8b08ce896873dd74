#include "scripts/benchmarks/tickets.h"

#include <algorithm>
#include <fstream>

#include "core/index/searcher.h"
#include "core/text/stemmer.h"
#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/plain_xapian.h"
#include "scripts/benchmarks/ticket_corpus.h"

namespace kb::bench {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kTickets = 100'000;
constexpr std::uint64_t kMore = 1'000;
constexpr std::size_t kMessages = 600;
constexpr std::size_t kMessageBytes = 2'000;
constexpr double kTicketsPerSecond = 2'000;
constexpr double kPeakMb = 700;
constexpr double kP99Ms = 30;

class TicketSite {
 public:
  explicit TicketSite(const TicketBench& bench)
      : folder_(bench.scratch / "ticket-site"), program_(bench.programs / "kb-index") {
    fs::create_directories(folder_ / "tickets");
    std::ofstream(folder_ / "kb.yaml") << "site: {name: tickets, languages: [all]}\n"
                                          "sources: [{kind: tickets, path: tickets}]\n"
                                          "index: {path: index, keep: 1}\n"
                                          "store: {url: \"sqlite:store.db\"}\n";
  }

  fs::path tickets(std::string_view name) const { return folder_ / "tickets" / name; }
  fs::path index() const { return folder_ / "index"; }

  Result<Cost> build() const {
    return run({program_.string(), "build", "--config", (folder_ / "kb.yaml").string()},
               folder_ / "build.log");
  }

 private:
  fs::path folder_;
  fs::path program_;
};

double at(std::vector<double>& sorted, double share) {
  return sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

Result<std::vector<Row>> measure_similar(const TicketCorpus& corpus, const fs::path& index) {
  const auto live = index::Generation::open_current(index);
  if (!live) return fail(live.error());
  text::Stemmers stemmers;
  index::Searcher searcher(*live, stemmers);
  std::vector<double> ms;
  for (std::size_t i = 0; i < kMessages; ++i) {
    const auto message = corpus.message(kTickets + kMore + i, kMessageBytes);
    const double start = wall_seconds();
    const auto found = searcher.similar(
        {.text = message.text, .lang = message.lang, .audience = Audience::agents});
    if (!found) return fail(found.error());
    if (i >= kMessages / 6) ms.push_back((wall_seconds() - start) * 1e3);  // the first ones warm
  }
  std::sort(ms.begin(), ms.end());
  return std::vector<Row>{
      {"Tickets like a message of 2,000 letters: median", "ms", at(ms, 0.5), {}, {}},
      {"Tickets like a message of 2,000 letters: p99", "ms", at(ms, 0.99), {}, at_most(kP99Ms)}};
}

}  // namespace

Result<std::vector<Row>> measure_tickets(const TicketBench& bench) {
  const auto corpus = TicketCorpus::read(bench.sample);
  if (!corpus) return fail(corpus.error());
  const TicketSite site(bench);
  const auto first = site.tickets("first.jsonl");
  if (auto done = corpus->write(0, kTickets, first); !done) return fail(done.error());
  const auto plain =
      run_apart([&] { index_lines_plainly(first, bench.scratch / "plain-tickets.db"); });
  if (!plain) return fail(plain.error());
  const auto built = site.build();
  if (!built) return fail(built.error());
  if (auto done = corpus->write(kTickets, kMore, site.tickets("more.jsonl")); !done)
    return fail(done.error());
  const auto added = site.build();
  if (!added) return fail(added.error());
  const auto unchanged = site.build();
  if (!unchanged) return fail(unchanged.error());

  constexpr double kCount = kTickets;
  std::vector<Row> rows = {{"Tickets imported, redacted, grouped, indexed",
                            "tickets/s",
                            kCount / built->seconds,
                            {},
                            at_least(kTicketsPerSecond)},
                           {"Tickets, beside plain Xapian over the raw lines",
                            "tickets/s",
                            kCount / built->seconds,
                            kCount / plain->seconds,
                            {}},
                           {"Tickets, peak memory", "MB", built->peak_mb, {}, at_most(kPeakMb)},
                           {"1,000 more tickets live", "s", added->seconds, {}, {}},
                           {"No more tickets", "s", unchanged->seconds, {}, {}}};
  const auto similar = measure_similar(*corpus, site.index());
  if (!similar) return fail(similar.error());
  rows.insert(rows.end(), similar->begin(), similar->end());
  return rows;
}

}  // namespace kb::bench
