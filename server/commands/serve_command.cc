#include "server/commands/serve_command.h"

#include <sys/resource.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <csignal>
#include <cstdio>
#include <memory>

#include "server/commands/command.h"
#include "server/service.h"

namespace kb {
namespace {

struct ServeFlags {
  CommonFlags common;
  std::string listen;
  bool preview = false;
};

// A signal handler reaches nothing else; set while a service runs.
std::atomic<Service*> running{nullptr};

void stop_running(int) {
  if (Service* service = running.load()) service->stop();
}

// Each connection is a file to the system, which allows 1,024 unless asked for more.
void allow_many_connections() {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = std::min<rlim_t>(limit.rlim_max, 65'536);
  ::setrlimit(RLIMIT_NOFILE, &limit);  // if it cannot be had, there are fewer connections
}

int serve(const ServeFlags& flags, const Environment& environment) {
  const auto config = load_site(flags.common, [&](const std::string& name) {
    if (name == "KB_SERVER_LISTEN" && !flags.listen.empty()) return std::optional(flags.listen);
    return environment(name);
  });
  if (!config) return failed(config.error());

  allow_many_connections();
  const SystemClock clock;
  const auto mode = flags.preview ? Service::Mode::preview : Service::Mode::customers;
  auto service = Service::create(*config, mode, clock, [](const std::string& line) {
    std::fprintf(stderr, "%s\n", line.c_str());  // one call a line: lines do not mix
  });
  if (!service) return failed(service.error());

  const auto host = config->server.listen.substr(0, config->server.listen.rfind(':'));
  std::fprintf(stderr, "%s http://%s:%u%s/\n",
               flags.preview ? "The preview for writers is at" : "The help center is at",
               host.c_str(), static_cast<unsigned>((*service)->port()),
               config->site.base_path.c_str());
  running = service->get();
  std::signal(SIGTERM, stop_running);
  std::signal(SIGINT, stop_running);
  (*service)->run();
  running = nullptr;
  std::fprintf(stderr, "stopped\n");
  return kDone;
}

}  // namespace

void add_serve_command(CLI::App& app, const Environment& environment, int& status) {
  const auto flags = std::make_shared<ServeFlags>();
  auto* command = app.add_subcommand("serve", "Serve the help center until told to stop");
  add_config_flag(*command, flags->common);
  command->add_option("--listen", flags->listen, "HOST:PORT to listen on; port 0 takes a free one");
  command->add_flag("--preview", flags->preview,
                    "for writers: show drafts and what check found, reload open pages");
  command->callback([flags, &environment, &status] { status = serve(*flags, environment); });
}

}  // namespace kb
