// Connections for reading, opened when they are wanted and kept for the next reader.
//
//   ConnectionPool pool([&] { return open_reader(path); }, 8, std::chrono::seconds(10));
//   auto lease = pool.take();                 // goes back when the lease ends
//   if (lease) in_transaction(**lease, work);
//
// Thread-safe. No more than `most` at once: the next reader waits, and gets an Error where none
// comes back in time.

#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

#include "core/base/result.h"
#include "core/store/connection.h"

namespace kb::store {

class ConnectionPool {
 public:
  using Open = std::function<Result<std::unique_ptr<Connection>>()>;

  struct GiveBack {
    ConnectionPool* pool = nullptr;
    void operator()(Connection* connection) const { pool->give_back(connection); }
  };
  using Lease = std::unique_ptr<Connection, GiveBack>;

  ConnectionPool(Open open, std::size_t most, std::chrono::milliseconds wait)
      : open_(std::move(open)), most_(most), wait_(wait) {}

  Result<Lease> take();

 private:
  void give_back(Connection* connection);

  const Open open_;
  const std::size_t most_;
  const std::chrono::milliseconds wait_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::vector<std::unique_ptr<Connection>> idle_;
  std::size_t out_ = 0;
};

}  // namespace kb::store
