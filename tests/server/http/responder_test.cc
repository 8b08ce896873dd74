#include "server/http/responder.h"

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <vector>

namespace kb::http {
namespace {

struct Told {
  std::vector<Response> responses;
  Observer observer = [this](const Request&, const Response& response, std::chrono::microseconds) {
    responses.push_back(response);
  };
};

std::string answered(const Handler& handler, const Observer& observer, std::string method = "GET") {
  Responder responder(handler, observer);
  Request request;
  request.method = std::move(method);
  request.path = "/";
  request.request_id = "42";
  return responder.write(request, responder.handle(request), std::chrono::steady_clock::now(),
                         false);
}

TEST(Responder, TellsTheObserverWhatIsSent) {
  Told told;
  const Handler handler = [](const Request&) { return Response{.status = 201, .body = "made"}; };
  EXPECT_TRUE(answered(handler, told.observer).ends_with("\r\n\r\nmade"));
  EXPECT_TRUE(answered(handler, told.observer, "HEAD").ends_with("\r\n\r\n"));
  ASSERT_EQ(told.responses.size(), 2U);
  EXPECT_EQ(told.responses[0].status, 201);
  EXPECT_EQ(told.responses[0].body, "made");
  EXPECT_EQ(told.responses[1].body, "");
}

// cpp-httplib put the message of an exception, say a database's path, into a header.
TEST(Responder, KeepsExceptionsFromClientsButNotFromLogs) {
  for (const Handler& handler :
       {Handler([](const Request&) -> Response { throw std::runtime_error("secret"); }),
        Handler([](const Request&) -> Response { throw std::string("secret"); })}) {
    Told told;
    const std::string bytes = answered(handler, told.observer);
    EXPECT_TRUE(bytes.starts_with("HTTP/1.1 500 "));
    EXPECT_NE(bytes.find("application/problem+json"), std::string::npos);
    EXPECT_NE(bytes.find("\"request_id\":\"42\""), std::string::npos);
    EXPECT_EQ(bytes.find("secret"), std::string::npos);
    ASSERT_EQ(told.responses.size(), 1U);
    EXPECT_EQ(told.responses[0].status, 500);
    EXPECT_NE(told.responses[0].fault, "");
  }
}

TEST(Responder, RefusalsEndTheConnection) {
  Told told;
  const Handler handler = [](const Request&) { return Response{}; };
  Responder responder(handler, told.observer);
  const std::string bytes =
      responder.refuse({}, problem(413, "too large"), std::chrono::steady_clock::now());
  EXPECT_NE(bytes.find("Connection: close\r\n"), std::string::npos);
  EXPECT_EQ(told.responses.at(0).status, 413);
}

}  // namespace
}  // namespace kb::http
