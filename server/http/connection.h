// One client's connection: its socket, what has arrived, what has still to be sent.
//
//   reading ──> working ──> writing ──> reading …      (keep-alive)
//                              └──────> draining       (refused or last: closes once read)
//
// Only the reactor's thread touches it. Network errors are told as `broken`: the client is gone.

#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>

#include "server/http/job_queue.h"
#include "server/http/request_reader.h"
#include "server/http/socket.h"

namespace kb::http {

using Instant = std::chrono::steady_clock::time_point;

class Connection {
 public:
  enum class State {
    reading,   // waits for a request, or for the rest of one
    working,   // its request is with the workers
    writing,   // its answer is being sent
    draining,  // all is sent; what the client still sends is thrown away until it closes
    gone,      // the client left while its request was with the workers
  };
  enum class Progress { some, blocked, ended, broken };

  Connection(ConnectionId number, Socket socket_, std::string peer_address,
             const HeadLimits& limits)
      : id(number), socket(std::move(socket_)), peer(std::move(peer_address)), reader(limits) {}

  // Reads once into `buffer` and from there into the reader, or nowhere when draining.
  Progress receive(std::span<char> buffer);

  void send_later(std::string bytes);  // replaces what was to be sent before
  Progress flush();                    // `ended`: everything is sent
  void end_output();                   // tells the client that nothing more comes

  const ConnectionId id;
  Socket socket;
  const std::string peer;
  RequestReader reader;

  State state = State::reading;
  std::uint32_t interest = 0;  // what epoll watches for
  Instant deadline = Instant::max();
  bool request_began = false;  // and has not been complete yet
  bool close_after_write = false;
  std::size_t reserved_body = 0;  // bytes of the budget for all bodies

 private:
  std::string output_;
  std::size_t sent_ = 0;
};

}  // namespace kb::http
