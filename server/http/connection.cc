#include "server/http/connection.h"

#include <sys/socket.h>

#include <cerrno>
#include <string_view>

namespace kb::http {
namespace {

bool would_block() {
  return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

}  // namespace

Connection::Progress Connection::receive(std::span<char> buffer) {
  const auto got = recv(socket.fd(), buffer.data(), buffer.size(), 0);
  if (got == 0) return Progress::ended;
  if (got < 0) return would_block() ? Progress::blocked : Progress::broken;
  if (state == State::reading) {
    reader.append(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
  }
  return Progress::some;
}

void Connection::send_later(std::string bytes) {
  output_ = std::move(bytes);
  sent_ = 0;
}

Connection::Progress Connection::flush() {
  bool progress = false;
  while (sent_ < output_.size()) {
    const auto taken =
        send(socket.fd(), output_.data() + sent_, output_.size() - sent_, MSG_NOSIGNAL);
    if (taken < 0) {
      if (!would_block()) return Progress::broken;
      return progress ? Progress::some : Progress::blocked;
    }
    sent_ += static_cast<std::size_t>(taken);
    progress = true;
  }
  output_ = {};
  sent_ = 0;
  return Progress::ended;
}

void Connection::end_output() {
  shutdown(socket.fd(), SHUT_WR);
}

}  // namespace kb::http
