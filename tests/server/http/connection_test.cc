#include "server/http/connection.h"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <array>

namespace kb::http {
namespace {

using Progress = Connection::Progress;
constexpr HeadLimits kLimits{};

// A connection over a socket pair, and the client's end of it.
struct Pair {
  Pair() {
    std::array<int, 2> ends{};
    socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, ends.data());
    client = Socket(ends[0]);
    connection.emplace(1U, Socket(ends[1]), "192.0.2.1", kLimits);
  }
  void client_sends(std::string_view bytes) {
    ASSERT_EQ(send(client.fd(), bytes.data(), bytes.size(), 0), static_cast<ssize_t>(bytes.size()));
  }
  std::size_t client_takes() {
    std::size_t taken = 0;
    for (ssize_t got = 0; (got = recv(client.fd(), buffer.data(), buffer.size(), 0)) > 0;) {
      taken += static_cast<std::size_t>(got);
    }
    return taken;
  }

  Socket client;
  std::optional<Connection> connection;
  std::array<char, 64 * 1024> buffer{};
};

TEST(Connection, ReadsUntilTheClientEnds) {
  Pair pair;
  EXPECT_EQ(pair.connection->receive(pair.buffer), Progress::blocked);
  pair.client_sends("GET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(pair.connection->receive(pair.buffer), Progress::some);
  EXPECT_EQ(pair.connection->reader.advance(), RequestReader::State::complete);
  pair.client.close();
  EXPECT_EQ(pair.connection->receive(pair.buffer), Progress::ended);
}

TEST(Connection, ThrowsAwayWhatArrivesWhileDraining) {
  Pair pair;
  pair.connection->state = Connection::State::draining;
  pair.client_sends("more of a refused body");
  EXPECT_EQ(pair.connection->receive(pair.buffer), Progress::some);
  EXPECT_EQ(pair.connection->reader.advance(), RequestReader::State::idle);
}

TEST(Connection, SendsAsTheClientTakes) {
  Pair pair;
  constexpr std::size_t kBytes = 4 * 1024 * 1024;
  pair.connection->send_later(std::string(kBytes, 'x'));
  EXPECT_EQ(pair.connection->flush(), Progress::some);
  EXPECT_EQ(pair.connection->flush(), Progress::blocked);
  std::size_t taken = pair.client_takes();
  while (pair.connection->flush() != Progress::ended) taken += pair.client_takes();
  EXPECT_EQ(taken + pair.client_takes(), kBytes);
}

TEST(Connection, NoticesThatTheClientIsGone) {
  Pair pair;
  pair.client.close();
  pair.connection->send_later("answer");
  EXPECT_EQ(pair.connection->flush(), Progress::broken);
}

}  // namespace
}  // namespace kb::http
