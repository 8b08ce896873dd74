#include "indexer/tree_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "core/base/durable_file.h"

namespace kb {
namespace {

namespace fs = std::filesystem;

constexpr std::uint32_t kChanges = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM |
                                   IN_MOVED_TO | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF;
constexpr int kQuiet = 60;          // milliseconds without a change that end a burst of them
constexpr int kLongestBurst = 500;  // milliseconds, even where changes go on
constexpr int kLookAgain = 2000;    // milliseconds, where not every folder has a watch

// Files that editors write beside the one that is edited.
bool is_scratch(std::string_view name) {
  return name.ends_with('~') || name.ends_with(".swp") || name.ends_with(".swx") ||
         name.starts_with(".#") || name == "4913";
}

}  // namespace

Result<TreeWatch> TreeWatch::open(std::vector<fs::path> roots) {
  TreeWatch watch;
  watch.roots_ = std::move(roots);
  watch.inotify_ = FileDescriptor(::inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  watch.stop_ = FileDescriptor(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC));
  if (!watch.inotify_ || !watch.stop_)
    return fail(system_error("cannot watch for changes", watch.roots_.front()));
  for (const auto& root : watch.roots_) watch.add_tree(root);
  return watch;
}

void TreeWatch::add(const fs::path& path) {
  if (::inotify_add_watch(inotify_.get(), path.c_str(), kChanges) < 0 && errno != ENOENT)
    complete_ = false;
}

void TreeWatch::add_tree(const fs::path& path) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    // Editors replace a file: its folder knows, the file itself would be lost sight of.
    if (path.has_parent_path()) add(path.parent_path());
    return;
  }
  add(path);
  for (fs::recursive_directory_iterator it(path, error), end; !error && it != end;
       it.increment(error))
    if (it->is_directory(error)) add(it->path());
}

TreeWatch::Ready TreeWatch::poll_for(int milliseconds) const {
  pollfd both[] = {{inotify_.get(), POLLIN, 0}, {stop_.get(), POLLIN, 0}};
  int ready = 0;
  do ready = ::poll(both, 2, milliseconds);
  while (ready < 0 && errno == EINTR);
  if (both[1].revents != 0) return Ready::stop;
  return both[0].revents != 0 ? Ready::changes : Ready::nothing;
}

bool TreeWatch::drain() {
  alignas(inotify_event) char buffer[16 * 1024];
  bool matters = false;
  bool folders = false;
  for (;;) {
    const ssize_t got = ::read(inotify_.get(), buffer, sizeof buffer);
    if (got <= 0) break;
    for (ssize_t at = 0; at < got;) {
      inotify_event event{};
      std::memcpy(&event, buffer + at, sizeof event);
      const char* name = event.len > 0 ? buffer + at + sizeof event : "";
      matters |= !is_scratch(name);
      folders |= (event.mask & (IN_ISDIR | IN_Q_OVERFLOW | IN_DELETE_SELF | IN_MOVE_SELF)) != 0;
      at += static_cast<ssize_t>(sizeof event + event.len);
    }
  }
  if (folders)
    for (const auto& root : roots_) add_tree(root);  // watching twice is watching once
  return matters;
}

TreeWatch::Event TreeWatch::wait(std::chrono::milliseconds longest) {
  using Steady = std::chrono::steady_clock;
  const auto start = Steady::now();
  const auto waited = [&] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(Steady::now() - start);
  };
  for (;;) {
    int milliseconds = -1;
    if (longest.count() > 0)
      milliseconds = static_cast<int>(std::max<std::int64_t>(0, (longest - waited()).count()));
    if (!complete_)
      milliseconds = milliseconds < 0 ? kLookAgain : std::min(milliseconds, kLookAgain);
    const auto ready = poll_for(milliseconds);
    if (ready == Ready::stop) return Event::stopped;
    if (ready == Ready::nothing) {
      if (longest.count() > 0 && waited() >= longest) return Event::timeout;
      return Event::changed;  // perhaps: not everything is watched
    }
    if (!drain()) continue;
    const auto burst = Steady::now();
    while (Steady::now() - burst < std::chrono::milliseconds(kLongestBurst)) {
      const auto more = poll_for(kQuiet);
      if (more == Ready::stop) return Event::stopped;
      if (more == Ready::nothing) break;
      drain();
    }
    return Event::changed;
  }
}

void TreeWatch::stop() const noexcept {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(stop_.get(), &one, sizeof one);
}

}  // namespace kb
