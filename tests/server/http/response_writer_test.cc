#include "server/http/response_writer.h"

#include <gtest/gtest.h>

namespace kb::http {
namespace {

constexpr std::time_t kNow = 784111777;

std::string head_of(const std::string& bytes) {
  return bytes.substr(0, bytes.find("\r\n\r\n"));
}

TEST(ResponseWriter, WritesExactlyTheHeadersGiven) {
  ResponseWriter writer;
  const Response response{
      .status = 200,
      .body = "hello",
      .headers = {
          {"Content-Type", "text/plain"}, {"Set-Cookie", "a=1"}, {"Set-Cookie", "b=100%25"}}};
  EXPECT_EQ(writer.write(response, {.now = kNow}),
            "HTTP/1.1 200 OK\r\n"
            "Content-Length: 5\r\n"
            "Content-Type: text/plain\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "Set-Cookie: a=1\r\n"
            "Set-Cookie: b=100%25\r\n"
            "\r\n"
            "hello");
}

TEST(ResponseWriter, AnswersHeadWithTheLengthAlone) {
  ResponseWriter writer;
  EXPECT_EQ(writer.write({.body = "hello"}, {.head_only = true, .close = true, .now = kNow}),
            "HTTP/1.1 200 OK\r\n"
            "Connection: close\r\n"
            "Content-Length: 5\r\n"
            "Date: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
            "\r\n");
}

TEST(ResponseWriter, StatesALengthWhereThereMayBeOne) {
  ResponseWriter writer;
  const auto has_length = [&](int status) {
    const auto bytes = writer.write({.status = status}, {.now = kNow});
    return head_of(bytes).find("Content-Length: 0") != std::string::npos;
  };
  EXPECT_TRUE(has_length(200));
  EXPECT_TRUE(has_length(303));
  EXPECT_FALSE(has_length(204));
  EXPECT_FALSE(has_length(304));
}

TEST(ResponseWriter, CarriesLongHeadersAndBinaryBodies) {
  ResponseWriter writer;
  const std::string policy(5000, 'x');
  const std::string body("\0\r\n\xFF", 4);
  const auto bytes =
      writer.write({.body = body, .headers = {{"Content-Security-Policy", policy}}}, {.now = kNow});
  EXPECT_NE(bytes.find("Content-Security-Policy: " + policy + "\r\n"), std::string::npos);
  EXPECT_TRUE(bytes.ends_with("\r\n\r\n" + body));
}

}  // namespace
}  // namespace kb::http
