#include "server/index_watch.h"

#include <chrono>
#include <utility>

namespace kb {
namespace {

// Reading CURRENT costs some 20 µs.
constexpr std::chrono::milliseconds kInterval{100};

}  // namespace

IndexWatch::IndexWatch(index::SearcherPool& pool, Events events)
    : pool_(pool), events_(std::move(events)) {
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
    if (problem != last_problem_) events_.problem(changed.error());
    last_problem_ = problem;
    return;
  }
  last_problem_.clear();
  if (!*changed) return;
  cold_ = pool_.generation();
  events_.published(*cold_);
}

void IndexWatch::run() {
  for (;;) {
    if (const auto cold = std::exchange(cold_, nullptr)) events_.warm_up(*cold);
    {
      std::unique_lock lock(mutex_);
      if (stopped_.wait_for(lock, kInterval, [this] { return stop_; })) return;
    }
    look();
  }
}

}  // namespace kb
