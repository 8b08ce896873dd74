// File descriptors that close themselves, the listening socket, and a signal between threads.
//
//   Result<Listener> listener = Listener::open("127.0.0.1", 8080);   // "… address already in use"
//   Wakeup wakeup;  wakeup.notify();   // makes wakeup.fd() readable; safe in a signal handler
//
// A Listener belongs to one thread; Wakeup::notify may be called from any.

#pragma once

#include <cstdint>
#include <string>
#include <utility>

#include "core/base/result.h"

namespace kb::http {

class Socket {
 public:
  Socket() = default;
  explicit Socket(int fd) : fd_(fd) {}
  Socket(Socket&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Socket& operator=(Socket&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Socket() { close(); }

  int fd() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }
  void close();

 private:
  int fd_ = -1;
};

class Listener {
 public:
  static Result<Listener> open(const std::string& host, std::uint16_t port);  // port 0: any

  struct Accepted {
    Socket socket;             // empty if nobody waits, or on `error`
    std::string peer_address;  // "192.0.2.1"
    bool exhausted = false;    // the system has no descriptors or memory left for another one
  };
  Accepted accept();  // does not block

  int fd() const { return socket_.fd(); }
  std::uint16_t port() const { return port_; }
  void close() { socket_.close(); }

 private:
  Socket socket_;
  std::uint16_t port_ = 0;
};

class Wakeup {
 public:
  Wakeup();  // throws std::system_error when the system has no descriptors left
  int fd() const { return socket_.fd(); }
  void notify() const noexcept;
  void clear() const noexcept;

 private:
  Socket socket_;
};

}  // namespace kb::http
