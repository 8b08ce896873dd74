#include "server/request_log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr Time kNow{std::chrono::sys_days{std::chrono::year{2026} / 3 / 14}};

std::string line(LogFormat format, const std::string& path = "/ro/search",
                 const std::string& fault = {}) {
  http::Request request;
  request.method = "GET";
  request.target = path + "?q=my+secret+question";
  request.path = path;
  request.parameters = {{"q", "my secret question"}};
  request.client_address = "203.0.113.7";
  request.request_id = "4f1d8a90c2b3e456";
  http::Response response;
  response.body = "12345";
  response.fault = fault;
  return log_line(format, kNow, request, response, std::chrono::microseconds{1234});
}

TEST(RequestLog, IsOneLineForPeople) {
  EXPECT_EQ(line(LogFormat::text),
            "2026-03-14T00:00:00Z GET /ro/search 200 5 B 1.2 ms 203.0.113.0 4f1d8a90c2b3e456");
  EXPECT_THAT(line(LogFormat::text, "/", "no\ndisk"), testing::EndsWith(" fault: no\\x0adisk"));
}

TEST(RequestLog, IsOneObjectForPrograms) {
  const auto object = nlohmann::json::parse(line(LogFormat::json, "/a", "no disk"));
  EXPECT_EQ(object["path"], "/a");
  EXPECT_EQ(object["status"], 200);
  EXPECT_EQ(object["client"], "203.0.113.0");
  EXPECT_EQ(object["fault"], "no disk");
}

TEST(RequestLog, KeepsTheSecretOfALoginLink) {
  for (const auto format : {LogFormat::text, LogFormat::json})
    for (const auto* base : {"", "/help"}) {
      const auto logged = line(format, base + std::string("/login/link/x7FqSecret"));
      EXPECT_THAT(logged, HasSubstr("/login/link/…"));
      EXPECT_THAT(logged, Not(HasSubstr("x7Fq")));
    }
}

TEST(RequestLog, TellsNeitherWhatWasAskedNorByWhom) {
  for (const auto format : {LogFormat::text, LogFormat::json}) {
    EXPECT_THAT(line(format), Not(HasSubstr("secret")));
    EXPECT_THAT(line(format), Not(HasSubstr("203.0.113.7")));
  }
}

TEST(RequestLog, StaysOneLineWhateverThePath) {
  const std::string path("/a\r\nGET /forged\x1b[2J\x7f\0\xFF", 23);
  for (const auto format : {LogFormat::text, LogFormat::json})
    for (const char c : line(format, path)) EXPECT_GE(static_cast<unsigned char>(c), 0x20);
  EXPECT_THAT(line(LogFormat::text, path), HasSubstr("/a\\x0d\\x0aGET"));
}

TEST(RequestLog, ShortensAddresses) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"203.0.113.7", "203.0.113.0"},
      {"2001:db8:1:2::7", "2001:db8:1::"},
      {"2001:db8::7", "2001:db8::"},
      {"1:2:3:4:5:6:7:8", "1:2:3::"},
      {"::1", "::"},
      {"::ffff:203.0.113.7", "::"},
      {"fe80::1", "fe80::"},
      {"", ""}};
  for (const auto& [address, shortened] : cases)
    EXPECT_EQ(shortened_address(address), shortened) << address;
}

}  // namespace
}  // namespace kb
