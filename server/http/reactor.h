// The thread that owns all sockets: accepts, reads requests whole, sends answers, keeps time.
//
//   Reactor reactor({config, proxies, listener, queue, outbox, stop, stopping, refuser}, seed);
//   reactor.run();      // until `stop` is notified and what was in flight is answered
//
// Workers are reached through the queue and the outbox only, so nothing else is shared. Whatever a
// client does ends in an answer, a timeout or a closed connection.

#pragma once

#include <sys/epoll.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "server/http/connection.h"
#include "server/http/job_queue.h"
#include "server/http/request_factory.h"
#include "server/http/responder.h"
#include "server/http/server.h"
#include "server/http/socket.h"

namespace kb::http {

class Reactor {
 public:
  struct Parts {
    const ServerConfig& config;
    const TrustedProxies& proxies;
    Listener& listener;
    JobQueue& queue;
    Outbox& outbox;
    const Wakeup& stop;
    std::atomic<bool>& stopping;  // set when `stop` was noticed: answers close their connections
    Responder& refuser;
  };

  Reactor(const Parts& parts, std::uint64_t request_id_seed);
  void run();

 private:
  using State = Connection::State;
  using Progress = Connection::Progress;

  void handle(const epoll_event& event);
  void handle(Connection& connection, std::uint32_t events);

  void accept_waiting();
  void admit(Socket socket, const std::string& peer);
  void turn_away(Connection& connection);
  void pause_accepting();
  void resume_accepting();

  void receive(Connection& connection);
  void serve_next(Connection& connection);
  void wait_for_rest(Connection& connection);
  void start_work(Connection& connection);
  void refuse(Connection& connection, Response response);
  void refuse(Connection& connection, const Request& request, Response response);

  void deliver_answers();
  void write(Connection& connection, std::string bytes, bool close);
  void flush(Connection& connection);
  void after_write(Connection& connection);
  void drain(Connection& connection);

  void begin_stop();
  bool is_finished() const;
  void expire();
  void on_timeout(Connection& connection);
  int milliseconds_to_wait() const;

  void close(Connection& connection);
  bool reserve_body(Connection& connection);  // false: too much is held already
  void release_body(Connection& connection);
  void set_deadline(Connection& connection, Instant deadline);
  bool watch(int fd, std::uint64_t tag);
  void watch_for(Connection& connection, std::uint32_t events);

  Parts parts_;
  HeadLimits limits_;
  RequestFactory factory_;
  Socket epoll_;
  std::unordered_map<ConnectionId, Connection> connections_;
  ConnectionId next_id_;
  std::vector<char> buffer_;
  Instant now_ = std::chrono::steady_clock::now();
  Instant next_deadline_ = Instant::max();  // no later than the earliest of all
  Instant stop_deadline_ = Instant::max();
  Instant accept_again_ = Instant::max();  // after the system ran out of descriptors
  std::size_t reserved_bodies_ = 0;
};

}  // namespace kb::http
