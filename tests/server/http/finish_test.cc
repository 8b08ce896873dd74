#include "server/http/finish.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/server/http/gunzip.h"

namespace kb::http {
namespace {

const std::string kPage(5000, 'p');

Request request_with(std::vector<Field> headers) {
  Request request;
  request.method = "GET";
  request.path = "/";
  request.request_id = "0123456789abcdef";
  request.headers = std::move(headers);
  return request;
}

Response page() {
  return {.content_type = "text/html; charset=utf-8",
          .body = kPage,
          .headers = {{"Content-Language", "en"}, {"Vary", "Cookie"}},
          .etag = "g42",
          .cache_control = "max-age=60"};
}

Response finished(Response response, const Request& request) {
  Gzip gzip;
  return finish(std::move(response), request, gzip);
}

std::string header(const Response& response, std::string_view name) {
  Request as_request;
  as_request.headers = response.headers;
  return std::string(as_request.header(name));
}

TEST(Finish, AddsWhatEveryAnswerHas) {
  const Response response =
      finished({.content_type = "text/plain", .body = "hi"}, request_with({}));
  EXPECT_EQ(header(response, "X-Content-Type-Options"), "nosniff");
  EXPECT_EQ(header(response, "X-Request-Id"), "0123456789abcdef");
  EXPECT_EQ(header(response, "Content-Type"), "text/plain");
  EXPECT_EQ(header(response, "Vary"), "");
  EXPECT_EQ(header(response, "ETag"), "");
}

TEST(Finish, PacksForThoseWhoAccept) {
  const Response packed = finished(page(), request_with({{"Accept-Encoding", "gzip"}}));
  EXPECT_EQ(header(packed, "Content-Encoding"), "gzip");
  EXPECT_EQ(header(packed, "Vary"), "Cookie, Accept-Encoding");
  EXPECT_EQ(header(packed, "ETag"), "\"g42-gzip\"");
  EXPECT_EQ(gunzip(packed.body), kPage);

  const Response plain = finished(page(), request_with({}));
  EXPECT_EQ(header(plain, "Content-Encoding"), "");
  EXPECT_EQ(header(plain, "Vary"), "Cookie, Accept-Encoding");
  EXPECT_EQ(header(plain, "ETag"), "\"g42\"");
  EXPECT_EQ(plain.body, kPage);
}

TEST(Finish, SendsWhatWasPackedBeforehand) {
  Response response = page();
  response.gzipped = std::make_shared<const std::string>("packed");
  EXPECT_EQ(finished(response, request_with({{"Accept-Encoding", "gzip"}})).body, "packed");
  EXPECT_EQ(finished(response, request_with({})).body, kPage);
}

TEST(Finish, LeavesAnEncodedBodyAlone) {
  Response response = page();
  response.headers.push_back({"Content-Encoding", "br"});
  const Response same = finished(response, request_with({{"Accept-Encoding", "gzip"}}));
  EXPECT_EQ(same.body, kPage);
  EXPECT_EQ(header(same, "Content-Encoding"), "br");
}

TEST(Finish, AnswersKnownContentWith304AndTheSameCachingHeaders) {
  const Response response = finished(page(), request_with({{"If-None-Match", "\"g42\""}}));
  EXPECT_EQ(response.status, 304);
  EXPECT_EQ(response.body, "");
  EXPECT_EQ(header(response, "ETag"), "\"g42\"");
  EXPECT_EQ(header(response, "Cache-Control"), "max-age=60");
  EXPECT_EQ(header(response, "Vary"), "Cookie, Accept-Encoding");
  EXPECT_EQ(header(response, "Content-Type"), "");
  EXPECT_EQ(header(response, "Content-Language"), "");

  const std::vector<Field> packed{{"If-None-Match", "\"g42-gzip\""}, {"Accept-Encoding", "gzip"}};
  EXPECT_EQ(finished(page(), request_with(packed)).status, 304);
}

TEST(Finish, Needs200AndASafeMethodFor304) {
  Request post = request_with({{"If-None-Match", "*"}});
  post.method = "POST";
  EXPECT_EQ(finished(page(), post).status, 200);
  Response missing = page();
  missing.status = 404;
  EXPECT_EQ(finished(missing, request_with({{"If-None-Match", "*"}})).status, 404);
}

TEST(Finish, RendersProblemsWithTheRequestsId) {
  // Invalid UTF-8 in a detail, as quoted from a client's input, threw in the JSON library.
  const Response response = finished(problem(400, "`limit` is '\xFF'"), request_with({}));
  const auto json = nlohmann::json::parse(response.body);
  EXPECT_EQ(header(response, "Content-Type"), "application/problem+json");
  EXPECT_EQ(json["title"], "Bad Request");
  EXPECT_EQ(json["status"], 400);
  EXPECT_EQ(json["detail"], "`limit` is '\uFFFD'");
  EXPECT_EQ(json["request_id"], "0123456789abcdef");
}

TEST(Finish, KeepsHeadersOnTheirLines) {
  const Response response = finished(redirect(302, "/x\r\nSet-Cookie: a=b"), request_with({}));
  EXPECT_EQ(header(response, "Location"), "/x  Set-Cookie: a=b");
}

struct Case {
  const char* if_none_match;
  bool named;
};
class NoneMatch : public testing::TestWithParam<Case> {};

TEST_P(NoneMatch, ComparesWeakly) {
  EXPECT_EQ(none_match_names(GetParam().if_none_match, "\"a\""), GetParam().named);
}

INSTANTIATE_TEST_SUITE_P(Fields, NoneMatch,
                         testing::Values(Case{"", false}, Case{"\"a\"", true},
                                         Case{"W/\"a\"", true}, Case{"\"b\", W/\"a\"", true},
                                         Case{"\"b\",\"c\"", false}, Case{"*", true},
                                         Case{"a", false}, Case{"\"a", false},
                                         Case{"\"x,\", \"a\"", true}, Case{"\"ab\"", false}));

}  // namespace
}  // namespace kb::http
