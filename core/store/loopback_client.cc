#include "core/store/loopback_client.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <array>
#include <charconv>
#include <cstring>
#include <optional>

#include "core/base/file_descriptor.h"

namespace kb::store {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

std::optional<std::uint16_t> port_of(std::string_view text) {
  std::uint16_t port = 0;
  const char* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, port).ptr != end || port == 0) return std::nullopt;
  return port;
}

// http://127.0.0.1:8080, http://[::1]:8080, http://localhost:8080
std::optional<Address> loopback_address(std::string_view url) {
  constexpr std::string_view kScheme = "http://";
  if (!url.starts_with(kScheme)) return std::nullopt;
  const std::string_view place = url.substr(kScheme.size());
  const auto colon = place.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  std::string host(place.substr(0, colon));
  const auto port = port_of(place.substr(colon + 1));
  if (!port) return std::nullopt;
  if (host == "localhost") host = "127.0.0.1";
  Address address;
  if (host == "[::1]") {
    sockaddr_in6 six{};
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(*port);
    six.sin6_addr = in6addr_loopback;
    std::memcpy(&address.storage, &six, sizeof six);
    address.size = sizeof six;
    return address;
  }
  sockaddr_in four{};
  four.sin_family = AF_INET;
  four.sin_port = htons(*port);
  const bool loopback =
      host.starts_with("127.") && ::inet_pton(AF_INET, host.c_str(), &four.sin_addr) == 1;
  if (!loopback) return std::nullopt;
  std::memcpy(&address.storage, &four, sizeof four);
  address.size = sizeof four;
  return address;
}

// A socket on which no call waits for longer than the request may take.
class Exchange {
 public:
  Exchange(std::string_view url, std::chrono::milliseconds timeout)
      : url_(url), end_(Clock::now() + timeout) {}

  Result<void> connect(const Address& address) {
    socket_ = FileDescriptor(
        ::socket(address.storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    if (!socket_) return lost("cannot reach the server");
    const auto* where = reinterpret_cast<const sockaddr*>(&address.storage);
    if (::connect(socket_.get(), where, address.size) == 0) return {};
    if (errno != EINPROGRESS) return lost("cannot reach the server");
    if (auto ready = wait(POLLOUT); !ready) return ready;
    socklen_t size = sizeof errno;
    if (::getsockopt(socket_.get(), SOL_SOCKET, SO_ERROR, &errno, &size) != 0 || errno != 0)
      return lost("cannot reach the server");
    return {};
  }

  Result<void> send(std::string_view bytes) {
    while (!bytes.empty()) {
      if (auto ready = wait(POLLOUT); !ready) return ready;
      const ssize_t sent = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
      // A server that refuses a long body answers and closes: its answer says why.
      if (sent < 0 && (errno == EPIPE || errno == ECONNRESET)) return {};
      if (sent < 0 && errno != EAGAIN && errno != EINTR) return lost("the server went away");
      if (sent > 0) bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return {};
  }

  Result<std::string> receive() {
    std::string bytes;
    std::array<char, 16384> part{};
    for (;;) {
      if (auto ready = wait(POLLIN); !ready) return fail(ready.error());
      const ssize_t got = ::recv(socket_.get(), part.data(), part.size(), 0);
      if (got == 0) return bytes;
      if (got < 0 && errno == ECONNRESET && !bytes.empty()) return bytes;
      if (got < 0 && errno != EAGAIN && errno != EINTR)
        return fail(lost("the server went away").error());
      if (got > 0) bytes.append(part.data(), static_cast<std::size_t>(got));
      if (bytes.size() > kMostBytes) return fail("the server's answer is too long", url_);
    }
  }

 private:
  Result<void> wait(short event) {
    for (;;) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(end_ - Clock::now()).count();
      pollfd polled{socket_.get(), event, 0};
      const int ready = left <= 0 ? 0 : ::poll(&polled, 1, static_cast<int>(left));
      if (ready > 0) return {};
      if (ready == 0)
        return fail("the server did not answer in time; what was asked may still be done", url_,
                    "look whether it is busy");
      if (errno != EINTR) return lost("cannot reach the server");
    }
  }

  Result<void> lost(std::string_view what) const {
    return fail(std::string(what) + ": " + std::strerror(errno), url_,
                "look whether kb-server still runs");
  }

  std::string url_;
  Clock::time_point end_;
  FileDescriptor socket_;
};

std::string lower(std::string_view text) {
  std::string low(text);
  for (char& byte : low)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
  return low;
}

// "" where there is none.
std::string header_value(std::string_view head, std::string_view name) {
  const std::string low = lower(head);
  const auto at = low.find("\r\n" + std::string(name) + ":");
  if (at == std::string::npos) return {};
  const auto start = low.find_first_not_of(" \t", at + name.size() + 3);
  const auto end = low.find("\r\n", at + 2);
  return start >= end ? std::string() : low.substr(start, std::min(end, low.size()) - start);
}

std::optional<std::string> unchunk(std::string_view bytes) {
  std::string body;
  for (;;) {
    const auto line_end = bytes.find("\r\n");
    if (line_end == std::string_view::npos) return std::nullopt;
    std::size_t size = 0;
    if (std::from_chars(bytes.data(), bytes.data() + line_end, size, 16).ptr == bytes.data())
      return std::nullopt;
    bytes.remove_prefix(line_end + 2);
    if (size == 0) return body;
    if (size > bytes.size() || bytes.size() - size < 2) return std::nullopt;
    body.append(bytes.substr(0, size));
    bytes.remove_prefix(size + 2);
  }
}

std::optional<std::string> body_of(std::string_view head, std::string_view rest) {
  if (header_value(head, "transfer-encoding") == "chunked") return unchunk(rest);
  const std::string length = header_value(head, "content-length");
  if (length.empty()) return std::string(rest);
  std::size_t size = 0;
  std::from_chars(length.data(), length.data() + length.size(), size);
  return size > rest.size() ? std::nullopt : std::optional(std::string(rest.substr(0, size)));
}

}  // namespace

Result<HttpAnswer> parse_http_answer(std::string_view bytes) {
  const auto end = bytes.find("\r\n\r\n");
  if (!bytes.starts_with("HTTP/1.") || end == std::string_view::npos || end < 12)
    return fail("the answer is no HTTP");
  HttpAnswer answer;
  std::from_chars(bytes.data() + 9, bytes.data() + 12, answer.status);
  if (answer.status < 100) return fail("the answer is no HTTP");
  // What comes before the answer proper: 100 Continue.
  if (answer.status < 200) return parse_http_answer(bytes.substr(end + 4));
  auto body = body_of(bytes.substr(0, end), bytes.substr(end + 4));
  if (!body) return fail("the answer broke off; what was asked may be done");
  answer.body = std::move(*body);
  return answer;
}

Result<HttpAnswer> post_on_loopback(std::string_view url, std::string_view path,
                                    const HttpHeaders& headers, std::string_view body,
                                    std::chrono::milliseconds timeout) {
  const auto address = loopback_address(url);
  if (!address) return fail("is no address on this machine", std::string(url));
  std::string request = "POST " + std::string(path) +
                        " HTTP/1.1\r\nHost: " + std::string(url.substr(url.rfind('/') + 1)) +
                        "\r\nConnection: close\r\nContent-Length: " + std::to_string(body.size()) +
                        "\r\n";
  for (const auto& [name, value] : headers) request += name + ": " + value + "\r\n";
  request.append("\r\n").append(body);
  Exchange exchange(url, timeout);
  if (auto done = exchange.connect(*address); !done) return fail(done.error());
  if (auto done = exchange.send(request); !done) return fail(done.error());
  const auto bytes = exchange.receive();
  if (!bytes) return fail(bytes.error());
  auto answer = parse_http_answer(*bytes);
  if (!answer) return fail(answer.error().what, std::string(url));
  return answer;
}

}  // namespace kb::store
