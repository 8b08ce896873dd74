// Programs run and watched from outside: what they cost, as the kernel counts it.
//
//   Result<Cost> cost = run({"bin/kb-index", "build", "--config", "kb.yaml"}, "build.log");
//   auto server = ServerProcess::start("bin/kb-server", "kb.yaml", "server.log");
//   (*server)->cpu_seconds();     // so far, all its threads, user and system
//
// A program that fails to start, fails or does not speak in time is an Error naming its log. A
// ServerProcess ends with its object. Not thread-safe.

#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"

namespace kb::bench {

struct Cost {
  double seconds = 0;
  double cpu_seconds = 0;
  double peak_mb = 0;  // largest resident set
};

// Standard output and error go to `log`. Exit status 1 (content errors) counts as done.
Result<Cost> run(const std::vector<std::string>& command, const std::filesystem::path& log);

// The same for a function of this program, in a process of its own.
Result<Cost> run_apart(const std::function<void()>& work);

double this_thread_cpu_seconds();
double wall_seconds();  // since some moment

class ServerProcess {
 public:
  static Result<std::unique_ptr<ServerProcess>> start(const std::filesystem::path& program,
                                                      const std::filesystem::path& config,
                                                      const std::filesystem::path& log);
  ~ServerProcess();
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  std::uint16_t port() const { return port_; }
  double cpu_seconds() const;
  double resident_mb() const;

 private:
  ServerProcess(pid_t process, std::filesystem::path log)
      : process_(process), log_(std::move(log)) {}
  bool wait_for_port();

  pid_t process_;
  std::filesystem::path log_;
  std::uint16_t port_ = 0;
};

}  // namespace kb::bench
