#include "server/build_runner.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <utility>

#include "core/base/durable_file.h"
#include "server/http/utf8.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr std::size_t kLongestLine = 500;              // bytes
constexpr std::chrono::milliseconds kTimeToEnd{1500};  // between asking and killing
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
[[noreturn]] void become(const char* program, char* const* arguments, int output, pid_t parent) {
  ::setpgid(0, 0);
  ::prctl(PR_SET_PDEATHSIG, SIGTERM);  // a server that is killed takes it along
  if (::getppid() != parent) ::_exit(kCouldNotStart);
  sigset_t none;
  ::sigemptyset(&none);
  ::sigprocmask(SIG_SETMASK, &none, nullptr);
  ::signal(SIGPIPE, SIG_DFL);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(output, STDERR_FILENO);
  ::close_range(3, ~0U, 0);  // the server's sockets are not the child's to hold
  ::execv(program, arguments);
  ::_exit(kCouldNotStart);
}

// Ready to be read, within that time. Negative: however long it takes.
bool is_readable(int descriptor, int milliseconds) {
  pollfd waiting{descriptor, POLLIN, 0};
  return ::poll(&waiting, 1, milliseconds) > 0;
}

bool read_some(int descriptor, std::string& text) {
  std::array<char, 4096> bytes{};
  const auto size = ::read(descriptor, bytes.data(), bytes.size());
  if (size < 0) return errno == EINTR;
  text.append(bytes.data(), static_cast<std::size_t>(size));
  return size > 0;
}

int wait_for(int child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

BuildRunner::State state_of(int status) {
  using State = BuildRunner::State;
  if (!WIFEXITED(status)) return State::failed;
  if (WEXITSTATUS(status) == 0) return State::done;
  return WEXITSTATUS(status) == 1 ? State::with_problems : State::failed;
}

}  // namespace

BuildRunner::BuildRunner(Settings settings, const Clock& clock, Log log)
    : settings_(std::move(settings)), clock_(clock), log_(std::move(log)) {
  if (auto pipe = make_pipe()) {
    stop_reader_ = std::move(pipe->reader);
    stop_writer_ = std::move(pipe->writer);
  }
  thread_ = std::thread([this] { work(); });
}

BuildRunner::~BuildRunner() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stop_writer_ = FileDescriptor();
  wanted_.notify_all();
  thread_.join();
}

void BuildRunner::request() {
  const std::lock_guard lock(mutex_);
  requested_ = true;
  status_.again = status_.state == State::running;
  if (!status_.again) {  // seen from the very page that answers the request
    status_.state = State::running;
    status_.started = clock_.now();
  }
  wanted_.notify_all();
}

void BuildRunner::request_soon() {
  const std::lock_guard lock(mutex_);
  requested_soon_ = true;
  wanted_.notify_all();
}

BuildRunner::Status BuildRunner::status() const {
  const std::lock_guard lock(mutex_);
  return status_;
}

// False: all is to end.
bool BuildRunner::wait_for_request(std::unique_lock<std::mutex>& lock) {
  while (!stop_ && !requested_) {
    if (!requested_soon_)
      wanted_.wait(lock);
    else if (steady_clock::now() < next_soon_)
      wanted_.wait_until(lock, next_soon_);
    else
      requested_ = true;
  }
  requested_ = requested_soon_ = false;
  return !stop_;
}

void BuildRunner::work() {
  std::unique_lock lock(mutex_);
  while (wait_for_request(lock)) {
    status_ = {.state = State::running, .started = clock_.now(), .took = status_.took};
    lock.unlock();
    const auto begin = steady_clock::now();
    const State state = run_once();
    const auto took =
        std::chrono::duration_cast<std::chrono::milliseconds>(steady_clock::now() - begin);
    if (state == State::failed) log_("publishing failed; the writers' page says why");
    lock.lock();
    next_soon_ = steady_clock::now() + kBetween;
    status_.took = took;
    if (!requested_) status_.state = state;
  }
}

BuildRunner::State BuildRunner::run_once() {
  FileDescriptor output;
  const auto child = start(output);
  if (!child) {
    keep_line(to_line(child.error()));
    return State::failed;
  }
  listen(*child, output);
  const int status = wait_for(*child);
  if (WIFSIGNALED(status))
    keep_line("kb-index was ended by signal " + std::to_string(WTERMSIG(status)));
  return state_of(status);
}

// The child's number; what it says comes out of `output`.
Result<int> BuildRunner::start(FileDescriptor& output) const {
  if (::access(settings_.program.c_str(), X_OK) != 0)
    return fail("cannot be run", settings_.program.string(), "install kb-index beside kb-server");
  auto pipe = make_pipe();
  if (!pipe) return fail(pipe.error());
  const std::string program = settings_.program.string();
  std::vector<std::string> words = {program};
  words.insert(words.end(), settings_.arguments.begin(), settings_.arguments.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  const pid_t parent = ::getpid();
  const pid_t child = ::fork();
  if (child < 0) return fail(system_error("start", settings_.program));
  if (child == 0) become(program.c_str(), arguments.data(), pipe->writer.get(), parent);
  ::setpgid(child, child);  // whoever of the two is first
  output = std::move(pipe->reader);
  return child;
}

// Until the child has closed what it writes to; where all is to end, so is the child.
void BuildRunner::listen(int child, const FileDescriptor& output) {
  std::string said;
  std::optional<steady_clock::time_point> deadline;
  while (true) {
    std::array<pollfd, 2> waiting{pollfd{output.get(), POLLIN, 0},
                                  pollfd{stop_reader_.get(), POLLIN, 0}};
    if (!deadline) {
      ::poll(waiting.data(), waiting.size(), -1);
      if (waiting[1].revents != 0) {
        ::kill(-child, SIGTERM);
        deadline = steady_clock::now() + kTimeToEnd;
      }
    }
    if (deadline && steady_clock::now() >= *deadline) {
      ::kill(-child, SIGKILL);
      return;
    }
    if (is_readable(output.get(), deadline ? 50 : 0)) {
      if (!read_some(output.get(), said)) break;
      keep(said);
    }
  }
  if (!said.empty()) keep_line(std::move(said));
}

// Whole lines go; what is left of `said` has no end yet.
void BuildRunner::keep(std::string& said) {
  for (auto end = said.find('\n'); end != std::string::npos; end = said.find('\n')) {
    keep_line(said.substr(0, end));
    said.erase(0, end + 1);
  }
  if (said.size() > kLongestLine) keep_line(std::exchange(said, {}));
}

void BuildRunner::keep_line(std::string line) {
  if (line.size() > kLongestLine) line.resize(kLongestLine);
  line = http::repair_utf8(std::move(line));
  const std::lock_guard lock(mutex_);
  auto& lines = status_.lines;
  lines.push_back(std::move(line));
  if (lines.size() > kKeptLines) lines.erase(lines.begin());
}

BuildRunner::Settings build_beside_this_program(const fs::path& config) {
  std::error_code error;
  const auto folder = fs::read_symlink("/proc/self/exe", error).parent_path();
  BuildRunner::Settings settings{folder / "kb-index", {"build"}};
  if (!config.empty()) {
    settings.arguments.emplace_back("--config");
    settings.arguments.push_back(config.string());
  }
  return settings;
}

}  // namespace kb
