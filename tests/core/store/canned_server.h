// A server on the loopback that answers one request with given bytes, and keeps the request.
//
//   CannedServer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
//   post_on_loopback(server.url(), …);
//   server.request()                          // what came, once the answer is out
//
// `silent` ones take the request and never answer. Owned by one thread; serves on its own.

#pragma once

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <string>
#include <thread>

#include "core/base/file_descriptor.h"

namespace kb::store {

class CannedServer {
 public:
  explicit CannedServer(std::string answer, bool silent = false)
      : answer_(std::move(answer)), silent_(silent), listener_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* where = reinterpret_cast<sockaddr*>(&address);
    if (::bind(listener_.get(), where, size) != 0 || ::listen(listener_.get(), 4) != 0 ||
        ::getsockname(listener_.get(), where, &size) != 0)
      std::abort();
    url_ = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    thread_ = std::thread([this] { serve(); });
  }
  ~CannedServer() { join(); }
  CannedServer(const CannedServer&) = delete;
  CannedServer& operator=(const CannedServer&) = delete;

  const std::string& url() const { return url_; }
  const std::string& request() {
    join();
    return request_;
  }

 private:
  void serve() {
    const FileDescriptor client(::accept(listener_.get(), nullptr, nullptr));
    std::array<char, 4096> part{};
    while (!is_whole()) {
      const auto got = ::recv(client.get(), part.data(), part.size(), 0);
      if (got <= 0) return;
      request_.append(part.data(), static_cast<std::size_t>(got));
    }
    if (silent_)
      static_cast<void>(::recv(client.get(), part.data(), part.size(), 0));  // until it gives up
    else
      static_cast<void>(::send(client.get(), answer_.data(), answer_.size(), MSG_NOSIGNAL));
  }

  bool is_whole() const {
    const auto head = request_.find("\r\n\r\n");
    const auto length = request_.find("Content-Length: ");
    if (head == std::string::npos || length == std::string::npos) return false;
    return request_.size() >= head + 4 + std::stoul(request_.substr(length + 16, 20));
  }

  void join() {
    ::shutdown(listener_.get(), SHUT_RDWR);
    if (thread_.joinable()) thread_.join();
  }

  const std::string answer_;
  const bool silent_;
  FileDescriptor listener_;
  std::string url_;
  std::string request_;
  std::thread thread_;
};

}  // namespace kb::store
