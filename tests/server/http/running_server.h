// A Server on a free port with its own thread, and what its observer was told.
//
//   RunningServer server([](const Request& r) { return Response{.body = r.path}; });
//   Client client(server.port());
//
// Stops and joins when it goes out of scope.

#pragma once

#include <gtest/gtest.h>

#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "server/http/server.h"

namespace kb::http {

struct Observation {
  Request request;
  Response response;
};

class RunningServer {
 public:
  explicit RunningServer(Handler handler, ServerConfig config = {}) {
    auto server = Server::bind(std::move(config), std::move(handler),
                               [this](const Request& request, const Response& response, auto) {
                                 const std::lock_guard lock(mutex_);
                                 observations_.push_back({request, response});
                                 observed_.notify_all();
                               });
    if (!server) {
      ADD_FAILURE() << to_line(server.error());
      return;
    }
    server_ = std::move(*server);
    thread_ = std::thread([this] { server_->run(); });
  }
  ~RunningServer() { stop_and_join(); }

  std::uint16_t port() const { return server_->port(); }
  void stop() { server_->stop(); }
  void stop_and_join() {
    stop();
    if (thread_.joinable()) thread_.join();
  }

  void wait_for_observations(std::size_t count) {
    std::unique_lock lock(mutex_);
    observed_.wait(lock, [&] { return observations_.size() >= count; });
  }
  std::vector<Observation> observations() const {
    const std::lock_guard lock(mutex_);
    return observations_;
  }

 private:
  mutable std::mutex mutex_;
  std::condition_variable observed_;
  std::vector<Observation> observations_;
  std::unique_ptr<Server> server_;
  std::thread thread_;
};

}  // namespace kb::http
