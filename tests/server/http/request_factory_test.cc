#include "server/http/request_factory.h"

#include <gtest/gtest.h>

namespace kb::http {
namespace {

constexpr std::uint64_t kSeed = 42;

Request made(std::vector<Field> fields, const std::string& peer, std::string target = "/") {
  const auto proxies = TrustedProxies::parse({"127.0.0.1"});
  RequestFactory factory(*proxies, kSeed);
  Head head;
  head.method = "GET";
  head.target = std::move(target);
  head.host = "help.test";
  head.fields = std::move(fields);
  return factory.make(std::move(head), "body", peer);
}

TEST(RequestFactory, DecodesTheTarget) {
  const Request request = made({}, "192.0.2.1", "/caf%C3%A9?q=a+b");
  EXPECT_EQ(request.target, "/caf%C3%A9?q=a+b");
  EXPECT_EQ(request.path, "/café");
  EXPECT_EQ(request.param("q"), "a b");
  EXPECT_EQ(request.host, "help.test");
  EXPECT_EQ(request.body, "body");
  EXPECT_EQ(made({}, "192.0.2.1", "http://other.test/x").host, "other.test");
  EXPECT_EQ(made({}, "192.0.2.1", "/%FF").path, "");
}

TEST(RequestFactory, BelievesOnlyTrustedProxies) {
  const std::vector<Field> fields{{"X-Forwarded-For", "198.51.100.7"},
                                  {"X-Forwarded-Proto", "http, HTTPS"},
                                  {"X-Request-Id", "proxy-1"}};
  const Request trusted = made(fields, "127.0.0.1");
  EXPECT_EQ(trusted.client_address, "198.51.100.7");
  EXPECT_EQ(trusted.peer_address, "127.0.0.1");
  EXPECT_TRUE(trusted.secure);
  EXPECT_EQ(trusted.request_id, "proxy-1");

  const Request stranger = made(fields, "192.0.2.1");
  EXPECT_EQ(stranger.client_address, "192.0.2.1");
  EXPECT_EQ(stranger.peer_address, "192.0.2.1");
  EXPECT_FALSE(stranger.secure);
  EXPECT_NE(stranger.request_id, "proxy-1");
}

// cpp-httplib keeps the peer in a header of that name, where a client's own came first.
TEST(RequestFactory, AHeaderNamedRemoteAddrIsOnlyAHeader) {
  const Request request = made({{"REMOTE_ADDR", "6.6.6.6"}}, "127.0.0.1");
  EXPECT_EQ(request.client_address, "127.0.0.1");
  EXPECT_EQ(request.header("REMOTE_ADDR"), "6.6.6.6");
}

TEST(RequestFactory, ReplacesIdsThatCouldDoHarm) {
  for (const std::string& id : {std::string(), std::string("a b"), std::string("a\"b"),
                                std::string("\xC3\xA9"), std::string(65, 'a')}) {
    const Request request = made({{"X-Request-Id", id}}, "127.0.0.1");
    EXPECT_EQ(request.request_id.size(), 16U);
    EXPECT_EQ(request.request_id.find_first_not_of("0123456789abcdef"), std::string::npos);
  }
}

TEST(RequestFactory, NumbersEveryRequestAnew) {
  const auto proxies = TrustedProxies::parse({});
  RequestFactory factory(*proxies, kSeed);
  const auto first = factory.make({}, {}, "192.0.2.1").request_id;
  EXPECT_NE(factory.make({}, {}, "192.0.2.1").request_id, first);
}

}  // namespace
}  // namespace kb::http
