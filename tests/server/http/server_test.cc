#include "server/http/server.h"

#include <gtest/gtest.h>

#include <latch>
#include <stdexcept>

#include "tests/server/http/client.h"
#include "tests/server/http/gunzip.h"
#include "tests/server/http/running_server.h"

namespace kb::http {
namespace {

Response echo(const Request& request) {
  return {.content_type = "text/plain; charset=utf-8",
          .body = request.method + " " + request.path + " " + std::string(request.param("q")) +
                  request.body};
}

TEST(Server, ServesOneRequestAfterAnotherOnAConnection) {
  RunningServer server(echo);
  Client client(server.port());
  for (int i = 0; i < 20; ++i) {
    client.send(get("/caf%C3%A9?q=a+b"));
    const Reply reply = client.receive();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.body, "GET /café a b");
    EXPECT_EQ(reply.header("Connection"), "");
    EXPECT_EQ(reply.header("X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(reply.header("X-Request-Id").size(), 16U);
    EXPECT_NE(reply.header("Date"), "");
  }
}

TEST(Server, AnswersPipelinedRequestsInOrder) {
  RunningServer server(echo);
  Client client(server.port());
  std::string all;
  for (int i = 0; i < 50; ++i) all += get("/" + std::to_string(i)) + post("/p", "b");
  client.send(all);
  for (int i = 0; i < 50; ++i) {
    EXPECT_EQ(client.receive().body, "GET /" + std::to_string(i) + " ");
    EXPECT_EQ(client.receive().body, "POST /p b");
  }
}

TEST(Server, TakesABodyThatArrivesInPieces) {
  RunningServer server(echo);
  Client client(server.port());
  const std::string body(300'000, 'b');
  const std::string request = post("/p", body);
  for (std::size_t at = 0; at < request.size(); at += 50'000) {
    client.send(std::string_view(request).substr(at, 50'000));
  }
  EXPECT_EQ(client.receive().body, "POST /p " + body);
}

TEST(Server, AnswersHeadLikeGetWithoutABody) {
  RunningServer server(echo);
  Client client(server.port());
  client.send("HEAD /x HTTP/1.1\r\nHost: h\r\n\r\n" + get("/next"));
  const Reply reply = client.receive_head();
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.header("Content-Length"), "8");
  EXPECT_EQ(reply.header("Accept-Ranges"), "");
  EXPECT_EQ(client.receive().body, "GET /next ");
}

TEST(Server, ClosesWhenTheClientAsksForIt) {
  RunningServer server(echo);
  for (const std::string& request :
       {get("/", "Connection: close\r\n"), std::string("GET / HTTP/1.0\r\n\r\n")}) {
    Client client(server.port());
    client.send(request);
    const Reply reply = client.receive();
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.header("Connection"), "close");
    EXPECT_TRUE(client.is_closed_by_server());
  }
}

TEST(Server, AnswersAClientThatHasEndedItsOutput) {
  RunningServer server(echo);
  Client client(server.port());
  client.send(get("/x"));
  client.end_output();
  EXPECT_EQ(client.receive().body, "GET /x ");
  EXPECT_TRUE(client.is_closed_by_server());
}

TEST(Server, InvitesTheBodyOfAClientThatWaits) {
  RunningServer server(echo);
  Client client(server.port());
  client.send("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive_head().status, 100);
  client.send("body");
  EXPECT_EQ(client.receive().body, "POST /p body");
}

TEST(Server, PacksAndRevalidates) {
  RunningServer server([](const Request&) {
    return Response{.content_type = "text/html", .body = std::string(20'000, 'p'), .etag = "g1"};
  });
  Client client(server.port());
  client.send(get("/", "Accept-Encoding: br, gzip\r\n"));
  const Reply packed = client.receive();
  EXPECT_EQ(packed.header("Content-Encoding"), "gzip");
  EXPECT_EQ(gunzip(packed.body), std::string(20'000, 'p'));

  client.send(
      get("/", "Accept-Encoding: gzip\r\nIf-None-Match: " + packed.header("ETag") + "\r\n"));
  const Reply known = client.receive();
  EXPECT_EQ(known.status, 304);
  EXPECT_EQ(known.header("Content-Length"), "");
  EXPECT_EQ(known.header("ETag"), packed.header("ETag"));

  client.send(get("/"));  // and the connection goes on
  EXPECT_EQ(client.receive().body.size(), 20'000U);
}

TEST(Server, SurvivesAThrowingHandler) {
  RunningServer server([](const Request& request) -> Response {
    if (request.path == "/bad") throw std::runtime_error("secret");
    return {.body = "fine"};
  });
  Client client(server.port());
  client.send(get("/bad") + get("/good"));
  const Reply reply = client.receive();
  EXPECT_EQ(reply.status, 500);
  EXPECT_EQ((reply.head + reply.body).find("secret"), std::string::npos);
  EXPECT_NE(reply.body.find(reply.header("X-Request-Id")), std::string::npos);
  EXPECT_EQ(client.receive().body, "fine");
}

TEST(Server, ObservesEveryRequestOnce) {
  RunningServer server(echo, {.trusted_proxies = {"127.0.0.0/8"}});
  Client client(server.port());
  client.send(get("/a", "X-Forwarded-For: 198.51.100.7\r\n"));
  client.receive();
  client.send("POST /b HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n");
  client.receive();
  server.stop_and_join();

  const auto observed = server.observations();
  ASSERT_EQ(observed.size(), 2U);
  EXPECT_EQ(observed[0].request.client_address, "198.51.100.7");
  EXPECT_EQ(observed[0].response.status, 200);
  EXPECT_EQ(observed[1].request.path, "/b");
  EXPECT_EQ(observed[1].response.status, 400);
}

TEST(Server, SaysWhatIsWrongWithItsConfiguration) {
  const auto error_of = [](ServerConfig config) {
    const auto server = Server::bind(std::move(config), echo, {});
    return server ? "" : server.error().what;
  };
  RunningServer first(echo);
  EXPECT_EQ(
      error_of({.port = first.port()}),
      "cannot listen on 127.0.0.1:" + std::to_string(first.port()) + ": address already in use");
  EXPECT_EQ(error_of({.trusted_proxies = {"::1", "10.0.0.0/40"}}),
            "trusted proxy is not a network: '10.0.0.0/40'");
  EXPECT_EQ(error_of({.workers = 0}), "the server needs at least one worker");
}

TEST(ServerStop, LetsRequestsInFlightFinish) {
  std::latch started(1), may_finish(1);
  RunningServer server([&](const Request&) {
    started.count_down();
    may_finish.wait();
    return Response{.body = "finished"};
  });
  Client idle(server.port());
  Client busy(server.port());
  busy.send(get("/"));
  started.wait();
  server.stop();
  EXPECT_TRUE(idle.is_closed_by_server());
  may_finish.count_down();
  const Reply reply = busy.receive();
  EXPECT_EQ(reply.body, "finished");
  EXPECT_EQ(reply.header("Connection"), "close");
  EXPECT_TRUE(busy.is_closed_by_server());
}

TEST(ServerStop, WaitsForUnfinishedRequestsNoLongerThanItsGrace) {
  RunningServer server(echo, {.stop_grace = std::chrono::milliseconds(50)});
  Client ready(server.port());
  ready.send(get("/"));
  ready.receive();
  Client unfinished(server.port());
  unfinished.send("GET / HT");
  server.stop_and_join();
}

TEST(ServerStop, BeforeRunEndsItAtOnce) {
  auto server = Server::bind({}, echo, [](const Request&, const Response&, auto) {});
  ASSERT_TRUE(server);
  (*server)->stop();
  (*server)->run();
}

}  // namespace
}  // namespace kb::http
