#include "server/build_runner.h"

#include <utility>

#include "server/http/utf8.h"

namespace kb {
namespace {

namespace fs = std::filesystem;
using std::chrono::steady_clock;

constexpr std::size_t kLongestLine = 500;  // bytes

BuildRunner::State reported_state(const ChildEnd& end) {
  using State = BuildRunner::State;
  if (end.exit_status == 0) return State::done;
  return end.exit_status == 1 ? State::with_problems : State::failed;
}

}  // namespace

BuildRunner::BuildRunner(Settings settings, const Clock& clock, Log log)
    : settings_(std::move(settings)), clock_(clock), log_(std::move(log)) {
  thread_ = std::thread([this] { work(); });
}

BuildRunner::~BuildRunner() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stop_child_.set();
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
  std::string said;
  const auto hear = [&](std::string_view text) {
    said += text;
    keep(said);
  };
  const ChildCommand command{settings_.program, settings_.arguments,
                             "install kb-index beside kb-server"};
  const auto end = run_child(command, {.out = hear, .stop = &stop_child_});
  if (!said.empty()) keep_line(std::move(said));
  if (!end) {
    keep_line(to_line(end.error()));
    return State::failed;
  }
  if (end->signal != 0) keep_line("kb-index was ended by signal " + std::to_string(end->signal));
  return reported_state(*end);
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

fs::path program_beside_this_one(const std::string& name) {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path() / name;
}

BuildRunner::Settings build_beside_this_program(const fs::path& config) {
  BuildRunner::Settings settings{program_beside_this_one("kb-index"), {"build"}};
  if (!config.empty()) {
    settings.arguments.emplace_back("--config");
    settings.arguments.push_back(config.string());
  }
  return settings;
}

}  // namespace kb
