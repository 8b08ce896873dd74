#include "core/store/connection_pool.h"

namespace kb::store {

Result<ConnectionPool::Lease> ConnectionPool::take() {
  {
    std::unique_lock lock(mutex_);
    if (!returned_.wait_for(lock, wait_, [&] { return out_ < most_; }))
      return fail("the store is busy: all " + std::to_string(most_) + " readers are at work", {},
                  "try again in a moment");
    ++out_;
    if (!idle_.empty()) {
      Lease lease(idle_.back().release(), GiveBack{this});
      idle_.pop_back();
      return lease;
    }
  }
  auto opened = open_();
  if (opened) return Lease(opened->release(), GiveBack{this});
  give_back(nullptr);
  return fail(opened.error());
}

void ConnectionPool::give_back(Connection* connection) {
  std::unique_ptr<Connection> owned(connection);
  {
    const std::lock_guard lock(mutex_);
    --out_;
    if (owned) idle_.push_back(std::move(owned));
  }
  returned_.notify_one();
}

}  // namespace kb::store
