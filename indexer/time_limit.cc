#include "indexer/time_limit.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "core/base/file_descriptor.h"

namespace kb {
namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int kCouldNotWork = 1;

Error call_error(std::string_view call) {
  return {std::string(call) + " failed: " + std::strerror(errno), {}, "see the system's limits"};
}

// ---- The child's side: nothing here returns to the caller of fork().

// Every other descriptor goes: a copy of another thread's pipe would keep that one from ending.
void close_all_but(int kept) {
  if (kept > 3) ::close_range(3, static_cast<unsigned>(kept) - 1, 0);
  ::close_range(static_cast<unsigned>(kept) + 1, ~0U, 0);
}

std::size_t address_space_now() {
  std::array<char, 64> text{};
  const int statm = ::open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
  if (statm < 0) return 0;
  const ssize_t size = ::read(statm, text.data(), text.size() - 1);
  ::close(statm);
  if (size <= 0) return 0;
  return std::strtoull(text.data(), nullptr, 10) * static_cast<std::size_t>(::getpagesize());
}

void limit_child(const ChildLimits& limits) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const rlimit no_core{0, 0};
  ::setrlimit(RLIMIT_CORE, &no_core);
  if (const std::size_t now = address_space_now(); now > 0) {
    const rlimit memory{now + limits.memory, now + limits.memory};
    ::setrlimit(RLIMIT_AS, &memory);
  }
}

bool write_all(int to, const void* bytes, std::size_t size) {
  const char* next = static_cast<const char*>(bytes);
  while (size > 0) {
    const ssize_t written = ::write(to, next, size);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    next += written;
    size -= static_cast<std::size_t>(written);
  }
  return true;
}

[[noreturn]] void work_and_exit(const std::function<std::string()>& work, const ChildLimits& limits,
                                int to) noexcept {
  close_all_but(to);
  limit_child(limits);
  try {
    const std::string bytes = work();
    const std::uint64_t size = bytes.size();
    if (write_all(to, &size, sizeof size) && write_all(to, bytes.data(), bytes.size())) ::_exit(0);
  } catch (...) {  // most likely out of memory: the parent reports the exit status
  }
  ::_exit(kCouldNotWork);
}

// ---- The parent's side.

enum class Reading { complete, ended_early, too_slow, failed };

// What the child sends: its size as 8 bytes, then the bytes.
class Inbox {
 public:
  bool complete() const { return received_ >= sizeof size_ && bytes_.size() == size_; }
  std::string take() { return std::move(bytes_); }

  void accept(std::string_view part) {
    while (!part.empty() && received_ < sizeof size_) {
      reinterpret_cast<char*>(&size_)[received_++] = part.front();
      part.remove_prefix(1);
    }
    bytes_ += part;
  }

 private:
  std::uint64_t size_ = 0;
  std::size_t received_ = 0;  // bytes of `size_` that are here
  std::string bytes_;
};

Reading receive(int from, SteadyClock::time_point deadline, Inbox& inbox) {
  std::array<char, 65536> part;
  while (!inbox.complete()) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - SteadyClock::now());
    if (left.count() <= 0) return Reading::too_slow;
    pollfd waiting{from, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(std::min<long>(left.count(), 60'000)));
    if (ready < 0 && errno != EINTR) return Reading::failed;
    if (ready <= 0) continue;
    const ssize_t size = ::read(from, part.data(), part.size());
    if (size < 0 && errno == EINTR) continue;
    if (size < 0) return Reading::failed;
    if (size == 0) return Reading::ended_early;
    inbox.accept({part.data(), static_cast<std::size_t>(size)});
  }
  return Reading::complete;
}

// The wait status; 0 too when the process reaps its children by itself (SIGCHLD ignored).
int reap(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

std::string in_seconds(std::chrono::milliseconds time) {
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%g s", static_cast<double>(time.count()) / 1000);
  return text.data();
}

Error crash(int status) {
  if (WIFSIGNALED(status))
    return {"crashed (signal " + std::to_string(WTERMSIG(status)) + ")", {}, {}};
  return {"ended without a result, most likely out of memory", {}, {}};
}

}  // namespace

Result<std::string> run_with_time_limit(const std::function<std::string()>& work,
                                        const ChildLimits& limits) {
  const auto deadline = SteadyClock::now() + limits.time;
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(call_error("pipe"));
  FileDescriptor from(ends[0]), to(ends[1]);

  const pid_t child = ::fork();
  if (child < 0) return fail(call_error("fork"));
  if (child == 0) work_and_exit(work, limits, to.get());
  to = FileDescriptor();  // the child's end: only it writes

  Inbox inbox;
  const Reading reading = receive(from.get(), deadline, inbox);
  const Error read_error = call_error("read");
  if (reading == Reading::too_slow || reading == Reading::failed) ::kill(child, SIGKILL);
  const int status = reap(child);

  switch (reading) {
    case Reading::complete:
      return inbox.take();
    case Reading::too_slow:
      return fail("takes longer than " + in_seconds(limits.time));
    case Reading::ended_early:
      return fail(crash(status));
    case Reading::failed:
      break;
  }
  return fail(read_error);
}

}  // namespace kb
