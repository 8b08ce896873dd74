// Complete requests on their way to the workers and answers on their way back.
//
//   queue.push(std::move(job))        // reactor; false: too many wait already
//   while (auto job = queue.pop()) {  // worker; sleeps until there is one, nothing once closed
//     …
//     queue.finished();
//     outbox.post({job->connection, bytes, close});
//   }
//
// First come, first served: that is what keeps the slowest answer near the median under load.
// Thread-safe. Nothing fails but as told above.

#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "server/http/message.h"
#include "server/http/socket.h"

namespace kb::http {

using ConnectionId = std::uint64_t;

struct Job {
  ConnectionId connection = 0;
  Request request;
  bool close = false;  // the client wants no further answers
  std::chrono::steady_clock::time_point arrived;
};

struct Answer {
  ConnectionId connection = 0;
  std::string bytes;
  bool close = false;
};

class JobQueue {
 public:
  // `max_queued`: jobs that may wait beyond those that the workers can take at once.
  JobQueue(std::size_t workers, std::size_t max_queued) : limit_(workers + max_queued) {}

  bool push(Job job);
  std::optional<Job> pop();
  void finished();  // a popped job is done
  void close();     // what still waits is dropped

 private:
  const std::size_t limit_;  // of jobs that wait or run
  std::mutex mutex_;
  std::condition_variable arrived_;
  std::deque<Job> jobs_;
  std::size_t running_ = 0;
  bool closed_ = false;
};

class Outbox {
 public:
  void post(Answer answer);
  std::vector<Answer> take();
  int fd() const { return wakeup_.fd(); }  // readable while answers wait

 private:
  std::mutex mutex_;
  std::vector<Answer> answers_;
  Wakeup wakeup_;
};

}  // namespace kb::http
