// Tries the drafts for a gap: runs `kb-index replay` as a child of the server, and keeps what it
// said.
//
//   ReplayRunner replays({.program = "/usr/bin/kb-index", .config = "kb.yaml"}, clock);
//   replays.request(12)                  // false: another one is running
//   replays.status(12).state             // running, then done or failed
//   replays.status(12).report            // JSON, as kb-index replay --json prints it
//
// One at a time, for kLimit at most; it ends with this object. What the last ones said is kept. A
// program that is missing or fails is a failed run whose `problem` says why. Thread-safe.

#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "core/base/clock.h"
#include "server/child_process.h"

namespace kb {

class ReplayRunner {
 public:
  struct Settings {
    std::filesystem::path program;
    std::vector<std::string> arguments = {};  // before those that name the gap
    std::chrono::milliseconds limit = kLimit;
  };
  enum class State { idle, running, done, failed };
  struct Status {
    State state = State::idle;
    std::optional<Time> started = {};
    std::string report = {};   // of one that is done
    std::string problem = {};  // of one that failed: the last that it said
  };

  static constexpr std::chrono::minutes kLimit{5};
  static constexpr std::size_t kKept = 20;  // reports

  ReplayRunner(Settings settings, const Clock& clock);
  ~ReplayRunner();
  ReplayRunner(const ReplayRunner&) = delete;

  bool request(std::int64_t gap);
  Status status(std::int64_t gap) const;
  std::optional<std::int64_t> running() const;  // of which gap

 private:
  Status run(std::int64_t gap) const;
  void keep(std::int64_t gap, Status status);

  const Settings settings_;
  const Clock& clock_;
  StopSignal stop_;
  mutable std::mutex mutex_;
  std::map<std::int64_t, Status> statuses_;
  std::optional<std::int64_t> running_;
  std::thread thread_;
};

// kb-index beside this very program, and how it tries the drafts of the site that `config` is of.
ReplayRunner::Settings replay_beside_this_program(const std::filesystem::path& config);

}  // namespace kb
