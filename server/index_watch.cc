#include "server/index_watch.h"

#include <chrono>

namespace kb {
namespace {

// Reading CURRENT costs some 20 µs.
constexpr std::chrono::milliseconds kInterval{100};

}  // namespace

IndexWatch::IndexWatch(index::SearcherPool& pool, Published on_published, Problem on_problem)
    : pool_(pool), on_published_(std::move(on_published)), on_problem_(std::move(on_problem)) {
  look();
  thread_ = std::thread([this] { run(); });
}

IndexWatch::~IndexWatch() {
  {
    const std::lock_guard lock(mutex_);
    stop_ = true;
  }
  stopped_.notify_all();
  thread_.join();
}

void IndexWatch::look() {
  const auto changed = pool_.refresh();
  if (!changed) {
    const auto problem = to_line(changed.error());
    if (problem != last_problem_) on_problem_(changed.error());
    last_problem_ = problem;
    return;
  }
  last_problem_.clear();
  if (*changed) on_published_(*pool_.generation());
}

void IndexWatch::run() {
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, kInterval, [this] { return stop_; })) {
    lock.unlock();
    look();
    lock.lock();
  }
}

}  // namespace kb
