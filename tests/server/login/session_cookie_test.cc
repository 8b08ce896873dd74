#include "server/login/session_cookie.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;
using testing::Not;

http::Request from(const std::string& address, const std::string& host, bool secure,
                   std::vector<http::Field> headers = {}) {
  http::Request request;
  request.client_address = address;
  request.peer_address = address;
  request.host = host;
  request.secure = secure;
  request.headers = std::move(headers);
  return request;
}

TEST(SessionCookie, NeedsTlsOrTheOwnMachine) {
  using enum CookieKind;
  EXPECT_EQ(cookie_kind(from("203.0.113.7", "help.example", true)), host);
  EXPECT_EQ(cookie_kind(from("203.0.113.7", "help.example", false)), none);
  for (const auto* name : {"localhost", "localhost:8080", "127.0.0.1:8080", "[::1]:8080"}) {
    EXPECT_EQ(cookie_kind(from("127.0.0.1", name, false)), plain) << name;
    EXPECT_EQ(cookie_kind(from("::1", name, false)), plain) << name;
    EXPECT_EQ(cookie_kind(from("203.0.113.7", name, false)), none) << name;
  }
}

// A proxy without TLS on the same machine made all the world look like the machine itself.
TEST(SessionCookie, IsNotMadeForWhatAProxyPassesOn) {
  EXPECT_EQ(cookie_kind(from("127.0.0.1", "help.example", false)), CookieKind::none);
  EXPECT_EQ(cookie_kind(from("127.0.0.1", "127.0.0.1.evil.example", false)), CookieKind::none);
  EXPECT_EQ(cookie_kind(from("127.0.0.1", "localhost.evil.example", false)), CookieKind::none);
  for (const auto* header : {"X-Forwarded-For", "x-forwarded-host", "Forwarded", "Via"})
    EXPECT_EQ(cookie_kind(from("127.0.0.1", "localhost", false, {{header, "127.0.0.1"}})),
              CookieKind::none)
        << header;
  auto passed_on = from("127.0.0.1", "localhost", false);
  passed_on.client_address = "203.0.113.7";
  EXPECT_EQ(cookie_kind(passed_on), CookieKind::none);
}

TEST(ThisMachine, HasItsOuterAddressToo) {
  EXPECT_TRUE(is_from_this_machine(from("192.0.2.5", "192.0.2.5:8080", false), "192.0.2.5"));
  EXPECT_FALSE(is_from_this_machine(from("192.0.2.5", "192.0.2.5:8080", false)));
  EXPECT_FALSE(is_from_this_machine(from("192.0.2.5", "evil.example", false), "192.0.2.5"));
  EXPECT_FALSE(is_from_this_machine(from("192.0.2.6", "192.0.2.5:8080", false), "192.0.2.5"));
  EXPECT_FALSE(is_from_this_machine(from("", "", false), ""));
}

TEST(SessionCookie, IsForThisHostAndNoScript) {
  EXPECT_EQ(session_cookie(CookieKind::host, "s3cret", 12h),
            "__Host-kb=s3cret; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure");
  EXPECT_EQ(session_cookie(CookieKind::plain, "s3cret", 12h),
            "kb-plain=s3cret; Path=/; HttpOnly; SameSite=Lax; Max-Age=43200");
  EXPECT_THAT(ended_cookie(CookieKind::host), HasSubstr("__Host-kb=; "));
  EXPECT_THAT(ended_cookie(CookieKind::host), HasSubstr("Max-Age=0"));
}

TEST(SessionCookie, IsReadFromAmongOthers) {
  const auto secret = [](bool secure, std::vector<http::Field> headers) {
    return session_secret(from("127.0.0.1", "localhost", secure, std::move(headers)));
  };
  EXPECT_EQ(secret(true, {{"Cookie", "a=b; __Host-kb=x; c=d"}}), "x");
  EXPECT_EQ(secret(true, {{"cookie", "a=b"}, {"Cookie", "__Host-kb=x=y"}}), "x=y");
  EXPECT_EQ(secret(true, {{"Cookie", "__Host-kbx=x; x__Host-kb=y; __Host-kb"}}), "");
  EXPECT_EQ(secret(true, {}), "");
  EXPECT_EQ(secret(false, {{"Cookie", "kb-plain=x"}}), "x");
}

// What was sent over plain HTTP may be somebody else's: it must not count over TLS.
TEST(SessionCookie, OfOneKindIsNoneOfTheOther) {
  const std::vector<http::Field> both = {{"Cookie", "kb-plain=plain; __Host-kb=host"}};
  EXPECT_EQ(session_secret(from("127.0.0.1", "localhost", true, both)), "host");
  EXPECT_EQ(session_secret(from("127.0.0.1", "localhost", false, both)), "plain");
  EXPECT_EQ(session_secret(from("203.0.113.7", "help.example", false, both)), "");
  EXPECT_EQ(session_secret(from("127.0.0.1", "x", true, {{"Cookie", "kb-plain=plain"}})), "");
}

}  // namespace
}  // namespace kb
