// Publishes: runs `kb-index build` as a child of the server, since nothing else writes the index.
//
//   BuildRunner builds({.program = "/usr/bin/kb-index", .arguments = {"build"}}, clock, log);
//   builds.request();                       // at once; during a run: one more, after it
//   builds.request_soon();                  // when the last one is a minute ago: tickets arrive
//   builds.status().state                   // running, then done, with_problems or failed
//
// One at a time, each in a process group of its own, which ends with this object. What the child
// says is kept, the last lines of it. A program that is missing, or dies, is a failed run; the
// index is then as it was. Thread-safe.

#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "server/child_process.h"

namespace kb {

class BuildRunner {
 public:
  struct Settings {
    std::filesystem::path program;
    std::vector<std::string> arguments;
  };
  using Log = std::function<void(const std::string& line)>;  // called from the runner's thread

  enum class State {
    idle,  // none since the server started
    running,
    done,
    with_problems,  // published but for some files: the lines say which
    failed,         // nothing was published
  };
  struct Status {
    State state = State::idle;
    bool again = false;  // there will be one more
    std::optional<Time> started = {};
    std::chrono::milliseconds took{0};  // of the last one that ended
    std::vector<std::string> lines = {};
  };

  static constexpr std::size_t kKeptLines = 40;
  static constexpr std::chrono::seconds kBetween{60};  // runs of request_soon()

  BuildRunner(Settings settings, const Clock& clock, Log log);
  ~BuildRunner();
  BuildRunner(const BuildRunner&) = delete;
  BuildRunner& operator=(const BuildRunner&) = delete;

  void request();
  void request_soon();
  Status status() const;

 private:
  void work();
  bool wait_for_request(std::unique_lock<std::mutex>& lock);
  State run_once();
  void keep(std::string& said);
  void keep_line(std::string line);

  const Settings settings_;
  const Clock& clock_;
  const Log log_;
  mutable std::mutex mutex_;
  std::condition_variable wanted_;
  bool requested_ = false;
  bool requested_soon_ = false;
  std::chrono::steady_clock::time_point next_soon_{};  // not before then
  bool stop_ = false;
  Status status_;
  StopSignal stop_child_;
  std::thread thread_;
};

// Where a program lies that is installed with this one.
std::filesystem::path program_beside_this_one(const std::string& name);

// kb-index beside this very program, and how it is asked to build what `config` says.
BuildRunner::Settings build_beside_this_program(const std::filesystem::path& config);

}  // namespace kb
