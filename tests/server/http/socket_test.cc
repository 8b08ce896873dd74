#include "server/http/socket.h"

#include <gtest/gtest.h>
#include <poll.h>

#include "tests/server/http/client.h"

namespace kb::http {
namespace {

bool is_readable(int fd) {
  pollfd one{.fd = fd, .events = POLLIN, .revents = 0};
  return poll(&one, 1, 0) == 1;
}

TEST(Listener, AcceptsWithoutBlocking) {
  auto listener = Listener::open("127.0.0.1", 0);
  ASSERT_TRUE(listener);
  EXPECT_NE(listener->port(), 0);
  EXPECT_FALSE(listener->accept().socket);

  const Client client(listener->port());
  const auto accepted = listener->accept();
  EXPECT_TRUE(accepted.socket);
  EXPECT_EQ(accepted.peer_address, "127.0.0.1");
  EXPECT_FALSE(accepted.exhausted);
}

TEST(Listener, SaysWhyItCannotListen) {
  const auto first = Listener::open("127.0.0.1", 0);
  const auto second = Listener::open("127.0.0.1", first->port());
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().what, "cannot listen on 127.0.0.1:" + std::to_string(first->port()) +
                                     ": address already in use");
  EXPECT_EQ(second.error().hint, "stop the program that listens there, or choose another port");

  const auto nowhere = Listener::open("192.0.2.1", 0);
  ASSERT_FALSE(nowhere);
  EXPECT_NE(nowhere.error().hint, "");

  const auto nobody = Listener::open("no such host", 0);
  ASSERT_FALSE(nobody);
  EXPECT_EQ(nobody.error().what, "cannot listen on no such host:0: unknown host");
}

TEST(Wakeup, IsReadableUntilCleared) {
  const Wakeup wakeup;
  EXPECT_FALSE(is_readable(wakeup.fd()));
  wakeup.notify();
  wakeup.notify();
  EXPECT_TRUE(is_readable(wakeup.fd()));
  wakeup.clear();
  EXPECT_FALSE(is_readable(wakeup.fd()));
}

}  // namespace
}  // namespace kb::http
