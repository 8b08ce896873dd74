#include "server/gaps/replay_runner.h"

#include <algorithm>

#include "server/build_runner.h"
#include "server/http/utf8.h"

namespace kb {
namespace {

constexpr std::size_t kMostSaid = 4'000;                  // bytes of standard error that are kept
constexpr std::size_t kLargestReport = 16 * 1024 * 1024;  // bytes

// The last of what was said, since that is what went wrong.
std::string ending_of(std::string said) {
  if (said.size() > kMostSaid) said.erase(0, said.size() - kMostSaid);
  while (said.ends_with('\n')) said.pop_back();
  return http::repair_utf8(std::move(said));
}

ReplayRunner::Status failed_with(std::string problem) {
  return {.state = ReplayRunner::State::failed, .problem = std::move(problem)};
}

}  // namespace

ReplayRunner::ReplayRunner(Settings settings, const Clock& clock)
    : settings_(std::move(settings)), clock_(clock) {}

ReplayRunner::~ReplayRunner() {
  stop_.set();
  if (thread_.joinable()) thread_.join();
}

bool ReplayRunner::request(std::int64_t gap) {
  const std::lock_guard lock(mutex_);
  if (running_) return false;
  if (thread_.joinable()) thread_.join();  // it has said all it had to
  const auto started = clock_.now();
  running_ = gap;
  statuses_[gap] = {.state = State::running, .started = started};
  thread_ = std::thread([this, gap, started] {
    auto status = run(gap);
    status.started = started;
    keep(gap, std::move(status));
  });
  return true;
}

ReplayRunner::Status ReplayRunner::status(std::int64_t gap) const {
  const std::lock_guard lock(mutex_);
  const auto found = statuses_.find(gap);
  return found == statuses_.end() ? Status() : found->second;
}

std::optional<std::int64_t> ReplayRunner::running() const {
  const std::lock_guard lock(mutex_);
  return running_;
}

ReplayRunner::Status ReplayRunner::run(std::int64_t gap) const {
  ChildCommand command{settings_.program, settings_.arguments, "install kb-index beside kb-server"};
  command.arguments.insert(command.arguments.end(), {"--gap", std::to_string(gap)});
  std::string report, said;
  bool is_too_large = false;
  const auto end = run_child(command, {.out =
                                           [&](std::string_view text) {
                                             is_too_large |=
                                                 report.size() + text.size() > kLargestReport;
                                             if (!is_too_large) report += text;
                                           },
                                       .err = [&](std::string_view text) { said += text; },
                                       .limit = settings_.limit,
                                       .stop = &stop_});
  if (!end) return failed_with(to_line(end.error()));
  if (end->took_too_long)
    return failed_with("kb-index replay took longer than " +
                       std::to_string(settings_.limit.count() / 1000) + " s and was ended");
  if (is_too_large) return failed_with("kb-index replay: its report is too large");
  // 1: some searches get worse, which is what its report tells.
  if (end->exit_status == 0 || end->exit_status == 1)
    return {.state = State::done, .report = std::move(report)};
  if (end->signal != 0)
    said += "kb-index was ended by signal " + std::to_string(end->signal) + "\n";
  return failed_with(ending_of(std::move(said)));
}

void ReplayRunner::keep(std::int64_t gap, Status status) {
  const std::lock_guard lock(mutex_);
  statuses_[gap] = std::move(status);
  running_.reset();
  while (statuses_.size() > kKept) {
    const auto oldest = std::ranges::min_element(
        statuses_, {}, [](const auto& entry) { return entry.second.started; });
    statuses_.erase(oldest);
  }
}

ReplayRunner::Settings replay_beside_this_program(const std::filesystem::path& config) {
  ReplayRunner::Settings settings{program_beside_this_one("kb-index"),
                                  {"replay", "--drafts", "--json"}};
  if (!config.empty())
    settings.arguments.insert(settings.arguments.end(), {"--config", config.string()});
  return settings;
}

}  // namespace kb
