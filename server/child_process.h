// Runs another program as a child of the server and listens to it until it ends.
//
//   auto end = run_child({.program = "/usr/bin/kb-index", .arguments = {"build"}},
//                        {.out = [&](std::string_view text) { … }, .limit = 60s, .stop = &stop});
//   end->exit_status                  // 0; nothing: a signal ended it
//   end->was_stopped, end->took_too_long
//
// The child has a process group of its own, nothing of the server's open and no input. Where it is
// to end, by `stop` or by the limit, it is asked, then killed; a server that dies takes it along. A
// program that cannot be run is an Error. Blocks; thread-safe.

#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/file_descriptor.h"
#include "core/base/result.h"

namespace kb {

// Set once, by whichever thread; whoever waits for it sees it at once.
class StopSignal {
 public:
  StopSignal();
  void set() { writer_ = FileDescriptor(); }
  int descriptor() const { return reader_.get(); }  // readable once it is set

 private:
  FileDescriptor reader_;
  FileDescriptor writer_;
};

struct ChildCommand {
  std::filesystem::path program;
  std::vector<std::string> arguments = {};
  std::string hint = {};  // where the program is missing: what to do
};

struct ChildRun {
  using Hear = std::function<void(std::string_view text)>;  // as it comes, in pieces

  Hear out;
  Hear err = {};                                        // nothing: goes to `out`, in order
  std::optional<std::chrono::milliseconds> limit = {};  // nothing: however long it takes
  const StopSignal* stop = nullptr;
};

struct ChildEnd {
  std::optional<int> exit_status = {};
  int signal = 0;  // that ended it
  bool was_stopped = false;
  bool took_too_long = false;
};

Result<ChildEnd> run_child(const ChildCommand& command, const ChildRun& run);

}  // namespace kb
