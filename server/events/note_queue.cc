#include "server/events/note_queue.h"

#include <chrono>
#include <utility>

#include "core/base/secrets.h"

namespace kb {
namespace {

constexpr std::chrono::milliseconds kGather{200};
constexpr std::size_t kFullBatch = 256;  // is handed in at once

}  // namespace

NoteQueue::NoteQueue(store::EventLog& log) : log_(log), thread_([this] { run(); }) {}

NoteQueue::~NoteQueue() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
  thread_.join();
  hand_in();
}

void NoteQueue::add(store::Event event) {
  bool tell = false;
  {
    const std::lock_guard lock(mutex_);
    events_.push_back(std::move(event));
    tell = events_.size() == 1 || events_.size() == kFullBatch;
  }
  if (tell) changed_.notify_all();
}

// Under the lock, so that nobody is told that all is handed in while it is on its way.
void NoteQueue::hand_in() {
  const std::lock_guard lock(mutex_);
  if (events_.empty()) return;
  log_.put({random_token(), std::exchange(events_, {})});
}

void NoteQueue::run() {
  std::unique_lock lock(mutex_);
  while (!ended_) {
    changed_.wait(lock, [this] { return ended_ || !events_.empty(); });
    changed_.wait_for(lock, kGather, [this] { return ended_ || events_.size() >= kFullBatch; });
    lock.unlock();
    hand_in();
    lock.lock();
  }
}

}  // namespace kb
