// Serves HTTP/1.1: one thread owns all sockets, a fixed number of workers runs the handler.
//
//   auto server = Server::bind({.host = "127.0.0.1", .port = 8080}, handler, observer);
//   if (!server) return fail(server.error());     // "cannot listen on …: address already in use"
//   (*server)->run();                             // until stop()
//
// A worker only ever sees complete requests and never waits for a socket, so idle, slow and hostile
// clients cost memory within the limits below, but no thread; searches run first come, first
// served, as many at once as there are workers. More than that waits, more than `max_queued` gets a
// 503.
//
// stop() may be called from any thread and in a signal handler. The handler and the observer are
// called from several threads at once; a handler that throws is answered with a 500, an observer
// must not throw.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/result.h"
#include "server/http/message.h"

namespace kb::http {

using Handler = std::function<Response(const Request&)>;

// Told once of each request, answered or refused, just before its answer is sent: the request as
// far as it is known, what is sent, and the time since the request was complete.
using Observer = std::function<void(const Request&, const Response&, std::chrono::microseconds)>;

struct ServerConfig {
  std::string host = "127.0.0.1";
  std::uint16_t port = 0;                         // 0: any free one, see port()
  std::vector<std::string> trusted_proxies = {};  // "10.0.0.0/8", "::1"
  std::size_t workers = 2;
  std::size_t max_connections = 4096;         // at most half of the descriptors allowed
  std::size_t max_queued = 512;               // complete requests waiting for a worker
  std::size_t max_body = 1024 * 1024;         // bytes
  std::size_t max_bodies = 64 * 1024 * 1024;  // bytes, of all bodies that are held at once
  std::size_t max_header_bytes = 32 * 1024;
  std::size_t max_headers = 100;
  std::size_t max_target = 8 * 1024;                  // bytes
  std::chrono::milliseconds idle_timeout{15'000};     // between requests of a connection
  std::chrono::milliseconds request_timeout{10'000};  // from a request's first byte to its last
  std::chrono::milliseconds write_timeout{10'000};    // without the client taking anything
  std::chrono::milliseconds linger_timeout{2'000};    // for a refused client to read why
  std::chrono::milliseconds stop_grace{10'000};       // for what is in flight at stop()
  std::uint64_t request_id_seed = 0;                  // 0: drawn from the system
};

class Server {
 public:
  using Config = ServerConfig;

  static Result<std::unique_ptr<Server>> bind(Config config, Handler handler, Observer observer);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::uint16_t port() const;

  // Serves until stop(), then lets requests in flight finish, for at most `stop_grace` (a handler
  // that is still running then is waited for). To be called once.
  void run();
  void stop() noexcept;

 private:
  struct Parts;
  explicit Server(std::unique_ptr<Parts> parts);

  std::unique_ptr<Parts> parts_;
};

}  // namespace kb::http
