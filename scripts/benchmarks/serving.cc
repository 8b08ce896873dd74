#include "scripts/benchmarks/serving.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>
#include <thread>

#include "scripts/benchmarks/child.h"
#include "scripts/benchmarks/load_client.h"
#include "scripts/benchmarks/pages.h"
#include "scripts/benchmarks/suggesting.h"

namespace kb::bench {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t kStarts = 5;
constexpr double kStartMs = 300;
constexpr double kOnTopUs = 150;
constexpr double kP99Ratio = 5;
constexpr double kResidentMb = 250;
constexpr double kLiveSeconds = 1;
constexpr double kPatienceSeconds = 30;

Result<std::unique_ptr<ServerProcess>> start(const Bench& bench) {
  return ServerProcess::start(bench.programs / "kb-server", bench.config_file,
                              bench.scratch / "server.log");
}

// Waits until the answer to `target` holds `text`; nothing where it does not come to that.
std::optional<double> seconds_until(std::uint16_t port, const std::string& target,
                                    const std::string& text) {
  const double started = wall_seconds();
  for (double waited = 0; waited < kPatienceSeconds; waited = wall_seconds() - started) {
    if (const auto body = get(port, target); body && body->find(text) != std::string::npos)
      return wall_seconds() - started;
    std::this_thread::sleep_for(1ms);
  }
  return std::nullopt;
}

Error silent() {
  return {"the server does not answer a search", {}, "server.log says why"};
}

Result<Row> measure_start(const Bench& bench) {
  const std::string target = search_target(bench.queries.front());
  std::vector<double> times;
  for (std::size_t i = 0; i < kStarts; ++i) {
    const double started = wall_seconds();
    const auto server = start(bench);
    if (!server) return fail(server.error());
    if (!seconds_until((*server)->port(), target, "\"results\"")) return fail(silent());
    times.push_back((wall_seconds() - started) * 1e3);
  }
  std::sort(times.begin(), times.end());
  return Row{"Start to the first answer", "ms", times[kStarts / 2], {}, at_most(kStartMs)};
}

void measure_load(const ServerProcess& server, const std::vector<std::string>& targets,
                  std::size_t connections, double search_us, std::vector<Row>& rows) {
  const double before = server.cpu_seconds();
  const LoadResult result = load(server.port(), targets, connections);
  const double us = (server.cpu_seconds() - before) * 1e6 / static_cast<double>(targets.size());
  const std::string with = ", " + std::to_string(connections) + " connections";
  rows.push_back(
      {"HTTP" + with, "requests/s", static_cast<double>(result.answered) / result.seconds, {}, {}});
  rows.push_back({"HTTP" + with + ": server CPU on top of searching",
                  "us/request",
                  us - search_us,
                  {},
                  at_most(kOnTopUs)});
  rows.push_back({"HTTP" + with + ": p99 to median", "us", result.p99_us, result.median_us,
                  at_most(kP99Ratio)});
  rows.push_back({"HTTP" + with + ": failed requests",
                  "requests",
                  static_cast<double>(result.failed),
                  {},
                  at_most(0)});
}

// Writes a new word into one file, builds, and waits until the running server finds it.
Result<std::vector<Row>> measure_change(const Bench& bench, const ServerProcess& server) {
  static constexpr std::string_view kWord = "quillonwhittle";
  const auto& file = bench.files.front();
  const double started = wall_seconds();
  std::ofstream(file.file, std::ios::app) << "\n\n" << kWord << "\n";
  const auto built =
      run({(bench.programs / "kb-index").string(), "build", "--config", bench.config_file.string()},
          bench.scratch / "build.log");
  if (!built) return fail(built.error());
  const std::string target = search_target({file.lang, std::string(kWord)});
  if (!seconds_until(server.port(), target, "<mark>" + std::string(kWord))) return fail(silent());
  const double live = wall_seconds() - started;
  return std::vector<Row>{
      {"One changed file published", "s", built->seconds, {}, at_most(kLiveSeconds)},
      {"One changed file found by the running server", "s", live, {}, at_most(kLiveSeconds)}};
}

}  // namespace

Result<std::vector<Row>> measure_serving(const Bench& bench, double search_us) {
  std::vector<Row> rows;
  const auto first_answer = measure_start(bench);
  if (!first_answer) return fail(first_answer.error());
  rows.push_back(*first_answer);

  const auto server = start(bench);
  if (!server) return fail(server.error());
  std::vector<std::string> targets;
  for (const auto& query : bench.queries) targets.push_back(search_target(query));
  for (int warming = 0; warming < 2; ++warming)
    if (load((*server)->port(), targets, 16).answered == 0) return fail(silent());
  for (const std::size_t connections : {16, 256})
    measure_load(**server, targets, connections, search_us, rows);
  const auto pages = measure_pages(bench, **server);
  if (!pages) return fail(pages.error());
  rows.insert(rows.end(), pages->begin(), pages->end());
  const auto suggesting = measure_suggesting(bench, **server);
  if (!suggesting) return fail(suggesting.error());
  rows.insert(rows.end(), suggesting->begin(), suggesting->end());
  rows.push_back({"Resident memory of the server after that",
                  "MB",
                  (*server)->resident_mb(),
                  {},
                  at_most(kResidentMb)});

  const auto change = measure_change(bench, **server);
  if (!change) return fail(change.error());
  rows.insert(rows.end(), change->begin(), change->end());
  return rows;
}

}  // namespace kb::bench
