#include "core/store/loopback_client.h"

#include <gmock/gmock.h>

#include "tests/core/store/canned_server.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(LoopbackClient, SendsOneRequestAndReadsItsAnswer) {
  CannedServer server("HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\nok");
  const auto answer =
      post_on_loopback(server.url(), "/local/tickets", {{"X-Colour", "blue"}}, "{}", 10s);
  ASSERT_TRUE(answer) << to_line(answer.error());
  EXPECT_EQ(answer->status, 201);
  EXPECT_EQ(answer->body, "ok");
  EXPECT_THAT(server.request(), testing::StartsWith("POST /local/tickets HTTP/1.1\r\nHost: 127."));
  EXPECT_THAT(server.request(), HasSubstr("\r\nX-Colour: blue\r\n"));
  EXPECT_THAT(server.request(), testing::EndsWith("\r\n\r\n{}"));
}

TEST(LoopbackClient, SendsLongBodies) {
  CannedServer server("HTTP/1.1 200 OK\r\n\r\n");
  const std::string body(5000000, 'x');
  ASSERT_TRUE(post_on_loopback(server.url(), "/", {}, body, 30s));
  EXPECT_GT(server.request().size(), body.size());
}

TEST(LoopbackClient, SaysThatTheServerIsGone) {
  std::string url;
  {
    const CannedServer server("");
    url = server.url();
  }
  const auto answer = post_on_loopback(url, "/", {}, "", 10s);
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().what, HasSubstr("cannot reach the server"));
  EXPECT_EQ(answer.error().hint, "look whether kb-server still runs");
}

TEST(LoopbackClient, SaysThatTheServerDoesNotAnswer) {
  CannedServer server("", true);
  const auto answer = post_on_loopback(server.url(), "/", {}, "", 20ms);
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().what, HasSubstr("did not answer in time"));
}

TEST(LoopbackClient, SpeaksToNobodyElse) {
  for (const char* url : {"http://192.0.2.7:80", "https://127.0.0.1:80", "http://127.0.0.1",
                          "http://127.0.0.1:", "http://127.0.0.1:0", "http://127.0.0.1:99999",
                          "http://127.evil.example:80", ""})
    EXPECT_FALSE(post_on_loopback(url, "/", {}, "", 1s)) << url;
}

struct Case {
  std::string bytes;
  int status;  // 0: an Error
  std::string body;
};

TEST(HttpAnswer, IsReadHoweverItsBodyIsMeasured) {
  const Case cases[] = {
      {"HTTP/1.1 200 OK\r\ncontent-LENGTH:  3\r\n\r\nabcd", 200, "abc"},
      {"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\nto the end", 200, "to the end"},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: "
       "chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\n\r\n",
       200, "abc0123456789"},
      {"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n", 204, ""},
      {"HTTP/1.0 404\r\n\r\n", 404, ""},
      {"HTTP/1.1 200 OK\r\nContent-Length: 30\r\n\r\nbroke off", 0, ""},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", 0, ""},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nab", 0, ""},
      {"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", 0, ""},
      {"HTTP/1.1 200 OK\r\n", 0, ""},
      {"HTTP/1.1 abc OK\r\n\r\n", 0, ""},
      {"SSH-2.0-OpenSSH\r\n\r\n", 0, ""},
      {"", 0, ""},
  };
  for (const Case& each : cases) {
    const auto answer = parse_http_answer(each.bytes);
    EXPECT_EQ(answer ? answer->status : 0, each.status) << each.bytes;
    EXPECT_EQ(answer ? answer->body : "", each.body) << each.bytes;
  }
}

}  // namespace
}  // namespace kb::store
