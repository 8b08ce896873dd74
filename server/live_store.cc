#include "server/live_store.h"

#include <utility>

namespace kb {

LiveStore::LiveStore(std::string url, Told told, std::chrono::milliseconds between)
    : url_(std::move(url)), told_(std::move(told)), between_(between) {
  if (!open()) thread_ = std::thread([this] { keep_trying(); });
}

LiveStore::~LiveStore() {
  give_up();
}

void LiveStore::give_up() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  ending_.notify_all();
  if (thread_.joinable()) thread_.join();
}

bool LiveStore::open() {
  auto opened = store::Store::open(url_, store::Store::Access::write);
  if (!opened) {
    if (const auto line = to_line(opened.error()); line != last_problem_) {
      last_problem_ = line;
      told_.problem(opened.error());
    }
    return false;
  }
  store_ = std::move(*opened);
  told_.opened(*store_);
  live_.store(store_.get(), std::memory_order_release);
  return true;
}

void LiveStore::keep_trying() {
  std::unique_lock lock(mutex_);
  while (!ending_.wait_for(lock, between_, [this] { return ended_; })) {
    lock.unlock();
    const bool there = open();
    lock.lock();
    if (there) return;
  }
}

}  // namespace kb
