#include "tests/server/http/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>

#include "server/http/field_value.h"

namespace kb::http {

std::string Reply::header(std::string_view name) const {
  std::string_view rest = head;
  while (!rest.empty()) {
    const std::string_view line = rest.substr(0, rest.find("\r\n"));
    rest.remove_prefix(std::min(rest.size(), line.size() + 2));
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    if (equals_ignoring_case(line.substr(0, colon), name)) {
      return std::string(trim_blanks(line.substr(colon + 1)));
    }
  }
  return {};
}

Client::Client(std::uint16_t port, Options options)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
  const timeval patience{.tv_sec = 20, .tv_usec = 0};
  setsockopt(socket_.fd(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(socket_.fd(), SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (options.receive_buffer > 0) {
    setsockopt(socket_.fd(), SOL_SOCKET, SO_RCVBUF, &options.receive_buffer,
               sizeof options.receive_buffer);
  }
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (connect(socket_.fd(), reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
    socket_.close();
  }
}

void Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_.fd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

void Client::end_output() {
  shutdown(socket_.fd(), SHUT_WR);
}

bool Client::read_some() {
  std::array<char, 64 * 1024> buffer{};
  const auto got = recv(socket_.fd(), buffer.data(), buffer.size(), 0);
  if (got <= 0) return false;
  input_.append(buffer.data(), static_cast<std::size_t>(got));
  return true;
}

Reply Client::receive_head() {
  std::size_t end = std::string::npos;
  while ((end = input_.find("\r\n\r\n")) == std::string::npos) {
    if (!read_some()) return {};
  }
  Reply reply;
  reply.head = input_.substr(0, end + 2);
  input_.erase(0, end + 4);
  std::from_chars(reply.head.data() + 9, reply.head.data() + 12, reply.status);
  return reply;
}

Reply Client::receive() {
  Reply reply = receive_head();
  const std::string text = reply.header("Content-Length");
  std::size_t length = 0;
  if (reply.status != 304) std::from_chars(text.data(), text.data() + text.size(), length);
  while (input_.size() < length) {
    if (!read_some()) break;
  }
  reply.body = input_.substr(0, length);
  input_.erase(0, reply.body.size());
  return reply;
}

std::string Client::receive_all() {
  while (read_some()) {
  }
  return input_;
}

bool Client::is_closed_by_server() {
  std::array<char, 1024> buffer{};
  const auto got = recv(socket_.fd(), buffer.data(), buffer.size(), 0);
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

std::string get(std::string_view target, std::string_view header_lines) {
  return "GET " + std::string(target) + " HTTP/1.1\r\nHost: help.test\r\n" +
         std::string(header_lines) + "\r\n";
}

std::string post(std::string_view target, std::string_view body, std::string_view header_lines) {
  return "POST " + std::string(target) +
         " HTTP/1.1\r\nHost: help.test\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" +
         std::string(header_lines) + "\r\n" + std::string(body);
}

}  // namespace kb::http
