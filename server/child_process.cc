#include "server/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "core/base/durable_file.h"

namespace kb {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr milliseconds kTimeToEnd{1500};  // between asking and killing
constexpr int kCouldNotStart = 127;

struct Pipe {
  FileDescriptor reader;
  FileDescriptor writer;
};

Result<Pipe> make_pipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return fail(system_error("open", "a pipe"));
  return Pipe{FileDescriptor(ends[0]), FileDescriptor(ends[1])};
}

// Between fork and exec, where only system calls are safe.
[[noreturn]] void become(const char* program, char* const* arguments, int out, int err,
                         pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // a server that is killed takes it along
  if (::getppid() != parent) ::_exit(kCouldNotStart);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(out, STDOUT_FILENO);
  ::dup2(err, STDERR_FILENO);
  ::close_range(3, ~0U, 0);  // the server's sockets are not the child's to hold
  ::execv(program, arguments);
  ::_exit(kCouldNotStart);
}

Result<pid_t> start(const ChildCommand& command, int out, int err) {
  if (::access(command.program.c_str(), X_OK) != 0)
    return fail("cannot be run", command.program.string(), command.hint);
  const std::string program = command.program.string();
  std::vector<std::string> words = {program};
  words.insert(words.end(), command.arguments.begin(), command.arguments.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) return fail(system_error("start", command.program));
  if (child == 0) become(program.c_str(), arguments.data(), out, err, parent);
  ::setpgid(child, child);  // whoever of the two is first
  return child;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

// What a child writes to, and who hears it.
struct Stream {
  FileDescriptor reader;
  const ChildRun::Hear* hear = nullptr;

  bool is_open() const { return static_cast<bool>(reader); }

  void read_some() {
    std::array<char, 4096> bytes{};
    const auto size = ::read(reader.get(), bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) return;
    if (size <= 0)
      reader = FileDescriptor();
    else if (*hear)
      (*hear)({bytes.data(), static_cast<std::size_t>(size)});
  }
};

// Listens until the child has closed what it writes to, and ends it where it is to end.
class Listener {
 public:
  Listener(pid_t child, const ChildRun& run, std::vector<Stream> streams)
      : child_(child), run_(run), streams_(std::move(streams)) {
    if (run.limit) deadline_ = steady_clock::now() + *run.limit;
  }

  ChildEnd listen() {
    ChildEnd end;
    while (std::ranges::any_of(streams_, &Stream::is_open)) {
      wait();
      const bool is_late = deadline_ && steady_clock::now() >= *deadline_;
      if (is_late && is_asked_to_end_) {
        ::kill(-child_, SIGKILL);
        return end;
      }
      if (is_asked_to_end_) continue;
      end.was_stopped = is_stopped_;
      end.took_too_long = is_late && !is_stopped_;
      if (is_stopped_ || is_late) ask_to_end();
    }
    return end;
  }

 private:
  void wait() {
    std::vector<pollfd> waiting;
    for (const auto& stream : streams_) waiting.push_back({stream.reader.get(), POLLIN, 0});
    const bool may_be_stopped = run_.stop != nullptr && !is_asked_to_end_;
    waiting.push_back({may_be_stopped ? run_.stop->descriptor() : -1, POLLIN, 0});
    if (::poll(waiting.data(), waiting.size(), milliseconds_left()) <= 0) return;
    for (std::size_t i = 0; i < streams_.size(); ++i)
      if (waiting[i].revents != 0) streams_[i].read_some();
    is_stopped_ = waiting.back().revents != 0;
  }

  int milliseconds_left() const {
    if (!deadline_) return -1;
    const auto left = std::chrono::ceil<milliseconds>(*deadline_ - steady_clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, 60'000));
  }

  void ask_to_end() {
    ::kill(-child_, SIGTERM);
    is_asked_to_end_ = true;
    deadline_ = steady_clock::now() + kTimeToEnd;
  }

  pid_t child_;
  const ChildRun& run_;
  std::vector<Stream> streams_;
  std::optional<steady_clock::time_point> deadline_;
  bool is_stopped_ = false;
  bool is_asked_to_end_ = false;
};

}  // namespace

StopSignal::StopSignal() {
  if (auto pipe = make_pipe()) {
    reader_ = std::move(pipe->reader);
    writer_ = std::move(pipe->writer);
  }
}

Result<ChildEnd> run_child(const ChildCommand& command, const ChildRun& run) {
  auto out = make_pipe();
  if (!out) return fail(out.error());
  auto err = run.err ? make_pipe() : Result<Pipe>(Pipe{});
  if (!err) return fail(err.error());
  const auto child =
      start(command, out->writer.get(), run.err ? err->writer.get() : out->writer.get());
  if (!child) return fail(child.error());
  out->writer = FileDescriptor();
  err->writer = FileDescriptor();
  std::vector<Stream> streams;
  streams.push_back({std::move(out->reader), &run.out});
  if (run.err) streams.push_back({std::move(err->reader), &run.err});
  ChildEnd end = Listener(*child, run, std::move(streams)).listen();
  const int status = wait_for(*child);
  if (WIFEXITED(status)) end.exit_status = WEXITSTATUS(status);
  if (WIFSIGNALED(status)) end.signal = WTERMSIG(status);
  return end;
}

}  // namespace kb
