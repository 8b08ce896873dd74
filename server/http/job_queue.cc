#include "server/http/job_queue.h"

#include <utility>

namespace kb::http {

bool JobQueue::push(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_ || jobs_.size() + running_ >= limit_) return false;
    jobs_.push_back(std::move(job));
  }
  arrived_.notify_one();
  return true;
}

std::optional<Job> JobQueue::pop() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [&] { return closed_ || !jobs_.empty(); });
  if (closed_) return std::nullopt;
  Job job = std::move(jobs_.front());
  jobs_.pop_front();
  ++running_;
  return job;
}

void JobQueue::finished() {
  const std::lock_guard lock(mutex_);
  --running_;
}

void JobQueue::close() {
  {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    jobs_.clear();
  }
  arrived_.notify_all();
}

void Outbox::post(Answer answer) {
  bool first = false;
  {
    const std::lock_guard lock(mutex_);
    first = answers_.empty();
    answers_.push_back(std::move(answer));
  }
  if (first) wakeup_.notify();  // otherwise the reactor is already called
}

std::vector<Answer> Outbox::take() {
  wakeup_.clear();  // before taking: an answer posted in between calls again
  const std::lock_guard lock(mutex_);
  return std::exchange(answers_, {});
}

}  // namespace kb::http
