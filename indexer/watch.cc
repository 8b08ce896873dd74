#include "indexer/watch.h"

#include <algorithm>
#include <utility>

#include "core/base/durable_file.h"
#include "core/index/generation.h"
#include "indexer/build.h"
#include "indexer/check/check.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> watched(const Config& config, const fs::path& config_file) {
  std::vector<fs::path> roots;
  for (const auto& source : config.sources) roots.push_back(source.path);
  roots.push_back(config.search.path);
  if (!config_file.empty()) roots.push_back(fs::absolute(config_file));
  return roots;
}

std::string seconds(std::chrono::milliseconds time) {
  char text[32];
  std::snprintf(text, sizeof text, "%.2f s", static_cast<double>(time.count()) / 1000);
  return text;
}

}  // namespace

Watch::Watch(fs::path config_file, Load load, const Clock& clock, Say say, Config config,
             TreeWatch tree)
    : config_file_(std::move(config_file)),
      load_(std::move(load)),
      clock_(clock),
      say_(std::move(say)),
      config_(std::move(config)),
      tree_(std::move(tree)) {}

Result<std::unique_ptr<Watch>> Watch::open(fs::path config_file, Load load, const Clock& clock,
                                           Say say) {
  auto config = load();
  if (!config) return fail(config.error());
  auto tree = TreeWatch::open(watched(*config, config_file));
  if (!tree) return fail(tree.error());
  return std::unique_ptr<Watch>(new Watch(std::move(config_file), std::move(load), clock,
                                          std::move(say), std::move(*config), std::move(*tree)));
}

void Watch::run() {
  build_and_tell();
  check_and_tell();
  say_("watching for changes; Ctrl+C ends it");
  while (tree_.wait(until_next_change()) != TreeWatch::Event::stopped) update();
}

void Watch::update() {
  if (auto config = load_()) {
    if (watched(*config, config_file_) != watched(config_, config_file_))
      say_("kb.yaml names other folders now: start kb-index watch again to watch them");
    config_ = std::move(*config);
  } else {
    say_(to_line(config.error()) + " (going on with the configuration as it was)");
  }
  build_and_tell();
  check_and_tell();
}

void Watch::build_and_tell() {
  Progress silent(stderr, Progress::Style::silent);
  const auto report = build(config_, {.clock = clock_}, silent);
  if (!report) return say_("cannot publish: " + to_line(report.error()));
  if (!report->published) return;
  say_("generation " + std::to_string(report->generation) +
       " is live: " + std::to_string(report->files_read) +
       (report->files_read == 1 ? " file" : " files") + " read, " + seconds(report->time));
}

void Watch::check_and_tell() {
  Progress silent(stderr, Progress::Style::silent);
  const auto live = index::Generation::open_current(config_.index.path);
  const auto report = check(config_, clock_, silent, live ? *live : nullptr);
  if (!report) return say_("cannot check: " + to_line(report.error()));
  CheckReport urgent = *report;
  std::erase_if(urgent.findings,
                [](const Finding& finding) { return finding.severity == Severity::hint; });
  std::set<std::string> lines;
  for (auto& line : text_lines(urgent, Hints::all)) lines.insert(std::move(line));
  for (const auto& line : lines)
    if (!told_.contains(line)) say_(line);
  const auto mended = std::count_if(told_.begin(), told_.end(),
                                    [&](const auto& line) { return !lines.contains(line); });
  if (mended > 0) say_("mended: " + std::to_string(mended));
  told_ = std::move(lines);

  const auto number = index::current_generation(config_.index.path);
  if (!number) return;  // nothing is published: nothing to preview
  const auto file = config_.index.path / index::generation_name(*number) / index::kCheckFile;
  const auto before = read_file(file);
  CheckReport found = *report;
  found.time = {};  // else no two checks were alike, and open pages would load anew for nothing
  const auto now = to_json(found);
  if (before && *before == now) return;
  if (auto written = write_durably(file, now); !written) say_(to_line(written.error()));
}

std::chrono::milliseconds Watch::until_next_change() const {
  using std::chrono::milliseconds;
  constexpr milliseconds kLongest = std::chrono::hours{24};
  const auto generation = index::Generation::open_current(config_.index.path);
  if (!generation || !(*generation)->manifest().next_change) return milliseconds{0};
  const auto left = std::chrono::duration_cast<milliseconds>(
      *(*generation)->manifest().next_change - clock_.now());
  return std::clamp(left, milliseconds{100}, kLongest);
}

}  // namespace kb
