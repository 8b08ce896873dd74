#include "server/http/socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cctype>
#include <cerrno>
#include <cstring>
#include <memory>
#include <system_error>

#include "server/http/trusted_proxies.h"

namespace kb::http {
namespace {

using AddressList = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

std::string system_words(int error) {
  std::string words = std::generic_category().message(error);
  words[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(words[0])));
  return words;
}

std::string hint_for(int error) {
  switch (error) {
    case EADDRINUSE:
      return "stop the program that listens there, or choose another port";
    case EACCES:
      return "ports below 1024 need root; choose one above";
    case EADDRNOTAVAIL:
      return "this machine has no such address; 0.0.0.0 means all of them";
    default:
      return {};
  }
}

AddressList resolve(const std::string& host, std::uint16_t port) {
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  const int error = getaddrinfo(host.c_str(), std::to_string(port).c_str(), &wanted, &found);
  return {error == 0 ? found : nullptr, freeaddrinfo};
}

// An empty Socket, with errno set, if the address is not to be had.
Socket listen_on(const addrinfo& address) {
  Socket socket(::socket(address.ai_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
  const int on = 1;
  if (!socket || setsockopt(socket.fd(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) != 0 ||
      bind(socket.fd(), address.ai_addr, address.ai_addrlen) != 0 ||
      listen(socket.fd(), SOMAXCONN) != 0) {
    const int error = errno;
    socket.close();
    errno = error;
  }
  return socket;
}

std::uint16_t port_of(int fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  return ntohs(address.ss_family == AF_INET6
                   ? reinterpret_cast<const sockaddr_in6&>(address).sin6_port
                   : reinterpret_cast<const sockaddr_in&>(address).sin_port);
}

std::string address_of(const sockaddr_storage& peer) {
  char text[NI_MAXHOST] = {};
  getnameinfo(reinterpret_cast<const sockaddr*>(&peer), sizeof peer, text, sizeof text, nullptr, 0,
              NI_NUMERICHOST);
  const auto address = Address::parse(text);  // turns ::ffff:192.0.2.1 into 192.0.2.1
  return address ? address->to_string() : text;
}

}  // namespace

void Socket::close() {
  if (fd_ >= 0) ::close(std::exchange(fd_, -1));
}

Result<Listener> Listener::open(const std::string& host, std::uint16_t port) {
  const std::string where = host + ":" + std::to_string(port);
  const AddressList addresses = resolve(host, port);
  if (!addresses) {
    return fail("cannot listen on " + where + ": unknown host", {},
                "write it as 127.0.0.1:8080, or 0.0.0.0:8080 for all addresses");
  }
  Listener listener;
  for (const addrinfo* one = addresses.get(); one && !listener.socket_; one = one->ai_next) {
    listener.socket_ = listen_on(*one);
  }
  if (!listener.socket_) {
    const int error = errno;
    return fail("cannot listen on " + where + ": " + system_words(error), {}, hint_for(error));
  }
  listener.port_ = port_of(listener.fd());
  return listener;
}

Listener::Accepted Listener::accept() {
  sockaddr_storage peer{};
  socklen_t size = sizeof peer;
  while (true) {
    Socket socket(
        accept4(fd(), reinterpret_cast<sockaddr*>(&peer), &size, SOCK_NONBLOCK | SOCK_CLOEXEC));
    if (socket) {
      const int on = 1;
      setsockopt(socket.fd(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      return {.socket = std::move(socket), .peer_address = address_of(peer)};
    }
    if (errno == EINTR || errno == ECONNABORTED) continue;
    const bool exhausted =
        errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    return {.socket = {}, .peer_address = {}, .exhausted = exhausted};
  }
}

Wakeup::Wakeup() : socket_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
  if (!socket_) throw std::system_error(errno, std::generic_category(), "eventfd");
}

void Wakeup::notify() const noexcept {
  const int saved = errno;  // a signal handler must leave it as it was
  const std::uint64_t one = 1;
  // Fails only if 2^64 - 1 notifications wait already, and then it is readable as wanted.
  [[maybe_unused]] const auto written = ::write(fd(), &one, sizeof one);
  errno = saved;
}

void Wakeup::clear() const noexcept {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto got = ::read(fd(), &count, sizeof count);
}

}  // namespace kb::http
