#include "scripts/benchmarks/child.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sstream>
#include <thread>

#include "core/base/durable_file.h"

namespace kb::bench {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto kStartTimeout = 30s;
constexpr auto kLookAgain = 500us;

double seconds_of(const timespec& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}
double seconds_of(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// Becomes the program, or ends the forked process.
[[noreturn]] void become(const std::vector<std::string>& command, const fs::path& log) {
  const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (file >= 0) {
    ::dup2(file, STDOUT_FILENO);
    ::dup2(file, STDERR_FILENO);
  }
  std::vector<char*> arguments;
  for (const auto& argument : command) arguments.push_back(const_cast<char*>(argument.c_str()));
  arguments.push_back(nullptr);
  ::execv(arguments[0], arguments.data());
  ::_exit(127);
}

Result<Cost> wait_for(pid_t process, double started, const std::string& name) {
  int status = 0;
  rusage usage{};
  while (::wait4(process, &status, 0, &usage) < 0)
    if (errno != EINTR) return fail(system_error("cannot wait for", name));
  const double seconds = wall_seconds() - started;
  if (!WIFEXITED(status) || WEXITSTATUS(status) > 1)
    return fail("failed with status " + std::to_string(status), name, "its log says why");
  return Cost{seconds, seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime),
              static_cast<double>(usage.ru_maxrss) / 1024};
}

}  // namespace

double this_thread_cpu_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
  return seconds_of(time);
}

double wall_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_MONOTONIC, &time);
  return seconds_of(time);
}

Result<Cost> run(const std::vector<std::string>& command, const fs::path& log) {
  const double started = wall_seconds();
  const pid_t process = ::fork();
  if (process < 0) return fail(system_error("cannot start", command[0]));
  if (process == 0) become(command, log);
  return wait_for(process, started, command[0] + " (" + log.string() + ")");
}

Result<Cost> run_apart(const std::function<void()>& work) {
  const double started = wall_seconds();
  const pid_t process = ::fork();
  if (process < 0) return fail(system_error("cannot start", "a process"));
  if (process == 0) {
    work();
    ::_exit(0);
  }
  return wait_for(process, started, "the baseline");
}

Result<std::unique_ptr<ServerProcess>> ServerProcess::start(const fs::path& program,
                                                            const fs::path& config,
                                                            const fs::path& log) {
  std::error_code error;
  fs::remove(log, error);  // its first line is waited for
  const pid_t process = ::fork();
  if (process < 0) return fail(system_error("cannot start", program));
  if (process == 0)
    become({program.string(), "serve", "--config", config.string(), "--listen", "127.0.0.1:0"},
           log);
  std::unique_ptr<ServerProcess> server(new ServerProcess(process, log));
  if (!server->wait_for_port())
    return fail("the server did not say its port", log.string(), "its log says why");
  return server;
}

ServerProcess::~ServerProcess() {
  ::kill(process_, SIGTERM);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

bool ServerProcess::wait_for_port() {
  static constexpr std::string_view kAddress = "http://127.0.0.1:";
  const auto deadline = std::chrono::steady_clock::now() + kStartTimeout;
  while (std::chrono::steady_clock::now() < deadline) {
    std::ifstream file(log_);
    std::ostringstream said;
    said << file.rdbuf();
    const std::string text = said.str();
    if (const auto at = text.find(kAddress);
        at != std::string::npos && text.find('\n', at) != std::string::npos) {
      port_ = static_cast<std::uint16_t>(std::atoi(text.c_str() + at + kAddress.size()));
      return port_ != 0;
    }
    std::this_thread::sleep_for(kLookAgain);
  }
  return false;
}

double ServerProcess::cpu_seconds() const {
  clockid_t clock{};
  timespec time{};
  if (::clock_getcpuclockid(process_, &clock) != 0) return 0;
  ::clock_gettime(clock, &time);
  return seconds_of(time);
}

double ServerProcess::resident_mb() const {
  std::ifstream file("/proc/" + std::to_string(process_) + "/status");
  for (std::string line; std::getline(file, line);)
    if (line.starts_with("VmRSS:")) return std::strtod(line.c_str() + 6, nullptr) / 1024;
  return 0;
}

}  // namespace kb::bench
