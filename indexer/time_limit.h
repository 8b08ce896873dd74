// Runs work that may take too long, or crash, in a child process of its own.
//
//   Result<std::string> tree = run_with_time_limit([&] { return parse(source); }, limits);
//   if (!tree) …                                   // "takes longer than 1 s", "crashed (signal
//   11)"
//
// The work sees a copy of this process as it is now; all that comes back is the bytes it returns.
// It must not take locks: another thread may have held them at the fork. No child outlives the
// call, no descriptor stays open. Thread-safe, any number at once.

#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <string>

#include "core/base/result.h"

namespace kb {

struct ChildLimits {
  std::chrono::milliseconds time{1000};
  std::size_t memory = std::size_t{512} << 20;  // bytes, beyond what this process has now
};

Result<std::string> run_with_time_limit(const std::function<std::string()>& work,
                                        const ChildLimits& limits);

}  // namespace kb
