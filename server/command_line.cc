#include "server/command_line.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>

#include "core/text/language.h"
#include "server/service.h"

namespace kb {
namespace {

constexpr int kStopped = 0;
constexpr int kFailed = 2;

// A signal handler reaches nothing else; set while a service runs.
std::atomic<Service*> running{nullptr};

void stop_running(int) {
  if (Service* service = running.load()) service->stop();
}

int failed(const Error& error) {
  std::fprintf(stderr, "kb-server: %s\n", to_line(error).c_str());
  return kFailed;
}

// Each connection is a file to the system, which allows 1,024 unless asked for more.
void allow_many_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
  ::setrlimit(RLIMIT_NOFILE, &limit);  // if it cannot be had, there are fewer connections
}

int serve(const std::string& config_file, const std::string& listen, Service::Mode mode,
          const Environment& environment) {
  auto config = load_config(config_file, [&](const std::string& name) {
    if (name == "KB_SERVER_LISTEN" && !listen.empty()) return std::optional(listen);
    return environment(name);
  });
  if (!config) return failed(config.error());
  if (auto done = text::canonicalise_languages(config->site); !done) return failed(done.error());

  allow_many_connections();
  const SystemClock clock;
  auto service = Service::create(*config, mode, clock, [](const std::string& line) {
    std::fprintf(stderr, "%s\n", line.c_str());  // one call a line: lines do not mix
  });
  if (!service) return failed(service.error());

  const auto host = config->server.listen.substr(0, config->server.listen.rfind(':'));
  std::fprintf(
      stderr, "%s http://%s:%u%s/\n",
      mode == Service::Mode::preview ? "The preview for writers is at" : "The help center is at",
      host.c_str(), static_cast<unsigned>((*service)->port()), config->site.base_path.c_str());
  running = service->get();
  std::signal(SIGTERM, stop_running);
  std::signal(SIGINT, stop_running);
  (*service)->run();
  running = nullptr;
  std::fprintf(stderr, "stopped\n");
  return kStopped;
}

}  // namespace

int run_server_command(std::vector<std::string> arguments, const Environment& environment) {
  std::string config;
  std::string listen;
  CLI::App app("Serves a help center and its search.", "kb-server");
  app.require_subcommand(1);
  auto* command = app.add_subcommand("serve", "Serve the help center until told to stop");
  command->add_option("--config", config, "the site's configuration (default: kb.yaml)");
  command->add_option("--listen", listen, "HOST:PORT to listen on; port 0 takes a free one");
  bool preview = false;
  command->add_flag("--preview", preview,
                    "for writers: show drafts and what check found, reload open pages");
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    app.parse(arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kStopped : kFailed;
  }
  return serve(config, listen, preview ? Service::Mode::preview : Service::Mode::customers,
               environment);
}

}  // namespace kb
