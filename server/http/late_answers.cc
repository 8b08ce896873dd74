#include "server/http/late_answers.h"

#include <exception>
#include <string>
#include <utility>

namespace kb::http {
namespace {

Response never_answered(std::string fault) {
  Response response = problem(500, "Something went wrong here. Please try again.");
  response.cache_control = "no-store";
  response.fault = std::move(fault);
  return response;
}

}  // namespace

// One request that waits for its answer, however often and by whomever it is answered.
class LateAnswers::Pending {
 public:
  Pending(std::shared_ptr<LateAnswers> owner, Job job)
      : owner_(std::move(owner)), job_(std::move(job)) {}
  ~Pending() { answer(never_answered("an answer that was to come later never came")); }
  Pending(const Pending&) = delete;
  Pending& operator=(const Pending&) = delete;

  void answer(Response response) {
    if (!answered_.exchange(true)) owner_->answer(job_, std::move(response));
  }

 private:
  const std::shared_ptr<LateAnswers> owner_;
  const Job job_;
  std::atomic<bool> answered_ = false;
};

LateAnswers::LateAnswers(const Handler& handler, const Observer& observer, Outbox& outbox,
                         const std::atomic<bool>& stopping)
    : responder_(handler, observer), outbox_(outbox), stopping_(stopping) {}

void LateAnswers::begin(Job job, const std::function<void(LateReply)>& later) {
  const auto pending = std::make_shared<Pending>(shared_from_this(), std::move(job));
  try {
    later([pending](Response response) { pending->answer(std::move(response)); });
  } catch (const std::exception& error) {
    pending->answer(never_answered(error.what()));
  }
}

void LateAnswers::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

void LateAnswers::answer(const Job& job, Response response) {
  const std::lock_guard lock(mutex_);
  if (closed_) return;
  response.later = {};
  const bool close = job.close || stopping_;
  Response finished = responder_.finished(std::move(response), job.request);
  outbox_.post({.connection = job.connection,
                .bytes = responder_.write(job.request, std::move(finished), job.arrived, close),
                .close = close});
}

}  // namespace kb::http
