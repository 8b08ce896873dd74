#include "indexer/commands/watch_command.h"

#include <CLI/CLI.hpp>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>

#include "indexer/commands/command.h"
#include "indexer/watch.h"

namespace kb {
namespace {

// A signal handler reaches nothing else; set while a watch runs.
std::atomic<const Watch*> running{nullptr};

void stop_running(int) {
  if (const Watch* watch = running.load()) watch->stop();
}

int run_watch(const CommonFlags& flags, const Environment& environment) {
  const SystemClock clock;
  const std::string file = flags.config.empty() ? "kb.yaml" : flags.config;
  const auto watch = Watch::open(
      file, [&] { return load_site(flags, environment); }, clock,
      [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); });
  if (!watch) return failed(watch.error());
  running = watch->get();
  std::signal(SIGTERM, stop_running);
  std::signal(SIGINT, stop_running);
  (*watch)->run();
  running = nullptr;
  return kDone;
}

}  // namespace

void add_watch_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<CommonFlags>();
  auto* watch = add_command(app, "watch", "Build and check whatever changes, until Ctrl+C", *flags);
  watch->remove_option(watch->get_option("--json"));
  watch->callback([flags, &environment, &status] { status = run_watch(*flags, environment); });
}

}  // namespace kb
