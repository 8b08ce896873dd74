// What clients do to a server, by mistake or on purpose; each test is one of them over real
// sockets.

#include "server/http/reactor.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <deque>
#include <latch>
#include <optional>

#include "tests/server/http/client.h"
#include "tests/server/http/running_server.h"

namespace kb::http {
namespace {

using namespace std::chrono_literals;

Response hello(const Request&) {
  return {.content_type = "text/plain", .body = "hello"};
}

constexpr std::size_t kOneWorker = 1;

// Sets the process's limit of descriptors and takes it back.
class DescriptorLimit {
 public:
  explicit DescriptorLimit(rlim_t limit) {
    getrlimit(RLIMIT_NOFILE, &before_);
    rlimit wanted = before_;
    wanted.rlim_cur = std::min(limit, before_.rlim_max);
    setrlimit(RLIMIT_NOFILE, &wanted);
  }
  ~DescriptorLimit() { setrlimit(RLIMIT_NOFILE, &before_); }
  DescriptorLimit(const DescriptorLimit&) = delete;
  DescriptorLimit& operator=(const DescriptorLimit&) = delete;

 private:
  rlimit before_{};
};

struct Refused {
  const char* name;
  std::string bytes;
  int status;
};
class Refusal : public testing::TestWithParam<Refused> {};

TEST_P(Refusal, IsAnsweredAsAProblemAndClosed) {
  RunningServer server(hello, {.max_body = 1000});
  Client client(server.port());
  client.send(GetParam().bytes);
  const Reply reply = client.receive();
  EXPECT_EQ(reply.status, GetParam().status);
  EXPECT_EQ(reply.header("Content-Type"), "application/problem+json");
  EXPECT_EQ(reply.header("Connection"), "close");
  EXPECT_TRUE(client.is_closed_by_server());
}

INSTANTIATE_TEST_SUITE_P(
    Guards, Refusal,
    testing::Values(
        Refused{"malformed", "what?\r\n\r\n", 400}, Refused{"tls", "\x16\x03\x01\x02\n", 400},
        Refused{"bad_path", get("/%FF"), 400},
        Refused{"two_lengths", post("/", "12345", "Content-Length: 3\r\n"), 400},
        Refused{"smuggled", post("/", "0\r\n\r\n", "Transfer-Encoding: chunked\r\n"), 400},
        Refused{"chunked",
                "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411},
        Refused{"gzip_bomb", post("/", "zipped", "Content-Encoding: gzip\r\n"), 415},
        Refused{"large_body", post("/", std::string(1001, 'b')), 413},
        Refused{
            "large_body_not_invited",
            "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1001\r\nExpect: 100-continue\r\n\r\n",
            413},
        Refused{"long_target", get("/" + std::string(9000, 'a')), 414},
        Refused{"large_head", get("/", "A: " + std::string(40'000, 'a') + "\r\n"), 431},
        Refused{"trace", "TRACE / HTTP/1.1\r\nHost: h\r\n\r\n", 405},
        Refused{"unknown_method", "BREW / HTTP/1.1\r\nHost: h\r\n\r\n", 501}),
    [](const auto& test) { return std::string(test.param.name); });

// cpp-httplib accepted 20,000 of them.
TEST(Reactor, CountsHeaders) {
  RunningServer server(hello);
  Client client(server.port());
  std::string fields;
  for (int i = 0; i < 5000; ++i) fields += "A: b\r\n";
  client.send(get("/", fields));
  EXPECT_EQ(client.receive().status, 431);
}

// cpp-httplib answered 1,000 ranges of a 100 KB file with 100 MB.
TEST(Reactor, AnswersAnyRangesWithTheWholeOnce) {
  RunningServer server(hello);
  Client client(server.port());
  std::string ranges = "Range: bytes=0-";
  for (int i = 0; i < 1000; ++i) ranges += ",0-";
  client.send(get("/", ranges + "\r\n"));
  const Reply reply = client.receive();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, "hello");
}

// Closing at once would reset the connection, and the client would never read the 413.
TEST(Reactor, LetsAClientReadItsRefusalWhileItStillSends) {
  RunningServer server(hello);
  Client client(server.port());
  client.send(post("/", std::string(20'000'000, 'b')));
  EXPECT_EQ(client.receive().status, 413);
}

// In cpp-httplib an idle keep-alive connection holds a thread.
TEST(Reactor, ServesOthersWhileAThousandAreIdle) {
  const DescriptorLimit enough(4096);
  RunningServer server(hello, {.workers = kOneWorker});
  std::deque<Client> idle;
  for (int i = 0; i < 1000; ++i) {
    idle.emplace_back(server.port());
    if (i % 2 == 0) continue;
    idle.back().send(get("/"));
    ASSERT_EQ(idle.back().receive().status, 200);
  }
  Client client(server.port());
  const auto begin = std::chrono::steady_clock::now();
  for (int i = 0; i < 100; ++i) {
    client.send(get("/"));
    ASSERT_EQ(client.receive().status, 200);
  }
  EXPECT_LT(std::chrono::steady_clock::now() - begin, 5s);
  idle.front().send(get("/"));
  EXPECT_EQ(idle.front().receive().status, 200);
}

TEST(Reactor, ServesOthersWhileSomeSendSlowly) {
  RunningServer server(hello, {.workers = kOneWorker});
  std::deque<Client> slow;
  for (int i = 0; i < 50; ++i) {
    slow.emplace_back(server.port());
    slow.back().send(i % 2 == 0 ? "GET / HTTP/1.1\r\nHo"
                                : "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nbo");
  }
  Client client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.receive().status, 200);
  slow[1].send("dy is 9");
  EXPECT_EQ(slow[1].receive().status, 200);
}

TEST(Reactor, EndsRequestsThatTakeTooLongToArrive) {
  RunningServer server(hello, {.request_timeout = 30ms});
  Client head(server.port());
  head.send("GET / HTTP/1.1\r\n");
  EXPECT_EQ(head.receive().status, 408);
  EXPECT_TRUE(head.is_closed_by_server());
  Client body(server.port());
  body.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 9\r\n\r\nbo");
  EXPECT_EQ(body.receive().status, 408);
  EXPECT_TRUE(body.is_closed_by_server());
}

TEST(Reactor, ClosesIdleConnectionsWithoutAWord) {
  RunningServer server(hello, {.idle_timeout = 30ms});
  Client fresh(server.port());
  EXPECT_EQ(fresh.receive_all(), "");
  Client used(server.port());
  used.send(get("/"));
  EXPECT_EQ(used.receive().status, 200);
  EXPECT_EQ(used.receive_all(), "");
}

// In cpp-httplib a reader that takes nothing holds a thread.
TEST(Reactor, ServesOthersWhileSomeReadSlowly) {
  const std::string large(16 * 1024 * 1024, 'x');
  RunningServer server(
      [&](const Request& request) {
        return Response{.body = request.path == "/large" ? large : "small"};
      },
      {.workers = kOneWorker});
  std::deque<Client> slow;
  for (int i = 0; i < 3; ++i) {
    slow.emplace_back(server.port(), Client::Options{.receive_buffer = 4096});
    slow.back().send(get("/large"));
  }
  Client client(server.port());
  client.send(get("/"));
  EXPECT_EQ(client.receive().body, "small");
  EXPECT_EQ(slow.back().receive().body, large);
}

TEST(Reactor, GivesUpOnReadersThatTakeNothing) {
  const std::string large(16 * 1024 * 1024, 'x');
  RunningServer server([&](const Request&) { return Response{.body = large}; },
                       {.write_timeout = 30ms, .stop_grace = 1h});
  Client client(server.port(), {.receive_buffer = 4096});
  client.send(get("/"));
  server.wait_for_observations(1);
  server.stop_and_join();  // returns only when the connection has ended, long before the grace does
}

// A handler that waits until it is released, and tells when requests are in it.
struct Gate {
  std::latch entered{1};
  std::latch open{1};
  Response operator()(const Request& request) {
    if (request.path == "/wait") {
      entered.count_down();
      open.wait();
    }
    return {.body = "through"};
  }
};

TEST(Reactor, ShedsWhatWouldWaitTooLong) {
  Gate gate;
  RunningServer server([&](const Request& request) { return gate(request); },
                       {.workers = kOneWorker, .max_queued = 1});
  Client running(server.port());
  running.send(get("/wait"));
  gate.entered.wait();
  // Of two more one waits and one is turned away, whichever arrives first.
  Client first(server.port()), second(server.port());
  first.send(get("/"));
  second.send(get("/"));
  server.wait_for_observations(1);
  gate.open.count_down();

  const Reply replies[] = {first.receive(), second.receive()};
  EXPECT_EQ(replies[0].status + replies[1].status, 200 + 503);
  const Reply& shed = replies[0].status == 503 ? replies[0] : replies[1];
  EXPECT_EQ(shed.header("Retry-After"), "1");
  EXPECT_EQ(shed.header("Connection"), "close");
  EXPECT_EQ(running.receive().body, "through");
}

TEST(Reactor, TurnsAwayConnectionsBeyondItsLimit) {
  RunningServer server(hello, {.max_connections = 2});
  Client first(server.port()), second(server.port());
  for (Client* client : {&first, &second}) {
    client->send(get("/"));
    ASSERT_EQ(client->receive().status, 200);
  }
  Client third(server.port());
  third.send(get("/"));
  const Reply reply = third.receive();
  EXPECT_EQ(reply.status, 503);
  EXPECT_EQ(reply.header("Retry-After"), "1");
  first.send(get("/"));
  EXPECT_EQ(first.receive().status, 200);
}

TEST(Reactor, LeavesHalfOfTheDescriptorsToTheHandler) {
  std::optional<DescriptorLimit> low(std::in_place, 100);
  RunningServer server(hello);
  low.reset();
  std::deque<Client> clients;
  for (int i = 0; i < 51; ++i) {
    clients.emplace_back(server.port());
    clients.back().send(get("/"));
    ASSERT_EQ(clients.back().receive().status, i < 50 ? 200 : 503);
  }
}

// The listener stays readable when accept() fails for want of descriptors: no busy loop, no exit.
TEST(Reactor, AcceptsAgainWhenDescriptorsAreFree) {
  RunningServer server(hello);
  Client first(server.port());
  first.send(get("/"));
  ASSERT_EQ(first.receive().status, 200);
  {
    const Socket lowest_free(dup(0));
    const Socket client_end(socket(AF_INET, SOCK_STREAM, 0));
    const DescriptorLimit none_left(static_cast<rlim_t>(client_end.fd()) + 1);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ASSERT_EQ(connect(client_end.fd(), reinterpret_cast<const sockaddr*>(&address), sizeof address),
              0);
    first.send(get("/"));  // those already here are served meanwhile
    ASSERT_EQ(first.receive().status, 200);
  }
  Client later(server.port());
  later.send(get("/"));
  EXPECT_EQ(later.receive().status, 200);
}

TEST(Reactor, HoldsNoMoreBodiesThanItsBudget) {
  RunningServer server(hello, {.max_body = 1000, .max_bodies = 1500});
  const std::string head = "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1000\r\n";
  Client first(server.port());
  first.send(head + "Expect: 100-continue\r\n\r\n");
  ASSERT_EQ(first.receive_head().status, 100);
  Client second(server.port());
  second.send(head + "\r\n");
  EXPECT_EQ(second.receive().status, 503);
  first.send(std::string(1000, 'b'));
  EXPECT_EQ(first.receive().status, 200);
  Client third(server.port());  // the first one's share is free again
  third.send(head + "\r\n");
  third.send(std::string(1000, 'b'));
  EXPECT_EQ(third.receive().status, 200);
}

TEST(Reactor, ForgetsClientsThatLeaveBeforeTheirAnswer) {
  Gate gate;
  RunningServer server([&](const Request& request) { return gate(request); }, {.workers = 2});
  {
    Client leaving(server.port());
    leaving.send(get("/wait"));
    gate.entered.wait();
  }
  Client staying(server.port());
  staying.send(get("/"));
  EXPECT_EQ(staying.receive().body, "through");
  gate.open.count_down();
  server.stop_and_join();
  EXPECT_EQ(server.observations().size(), 2U);
}

// cpp-httplib listens with a backlog of 5.
TEST(Reactor, AcceptsManyAtOnce) {
  RunningServer server(hello);
  std::deque<Client> clients;
  for (int i = 0; i < 300; ++i) clients.emplace_back(server.port());
  for (Client& client : clients) client.send(get("/"));
  for (Client& client : clients) ASSERT_EQ(client.receive().status, 200);
}

}  // namespace
}  // namespace kb::http
