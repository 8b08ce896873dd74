// Answers that wait for something else than a worker: a write to disk, another thread.
//
//   auto late = std::make_shared<LateAnswers>(handler, observer, outbox, stopping);
//   late->begin(std::move(job), response.later);     // the worker goes on
//   late->close();                                   // what comes afterwards is dropped
//
// Whoever holds a reply may call it from any thread, once; letting go of it uncalled answers with a
// 500, so that no client waits for ever. A reply keeps this alive, and after close() touches
// nothing else: it may outlive the server. Thread-safe.

#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

#include "server/http/job_queue.h"
#include "server/http/responder.h"

namespace kb::http {

class LateAnswers : public std::enable_shared_from_this<LateAnswers> {
 public:
  LateAnswers(const Handler& handler, const Observer& observer, Outbox& outbox,
              const std::atomic<bool>& stopping);

  // Calls `later` with the job's reply, on this thread.
  void begin(Job job, const std::function<void(LateReply)>& later);
  void close();  // waits for an answer that is being written

 private:
  class Pending;
  void answer(const Job& job, Response response);

  std::mutex mutex_;
  bool closed_ = false;
  Responder responder_;
  Outbox& outbox_;
  const std::atomic<bool>& stopping_;
};

}  // namespace kb::http
