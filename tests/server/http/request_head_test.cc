#include "server/http/request_head.h"

#include <gtest/gtest.h>

#include <string>

namespace kb::http {
namespace {

constexpr HeadLimits kSmallLimits{.bytes = 1000, .fields = 5, .target = 100, .content = 1000};

struct Case {
  std::string head;  // without the blank line that ends it
  int status;        // 0: accepted
};
class HeadStatus : public testing::TestWithParam<Case> {};

TEST_P(HeadStatus, IsZeroOrTheRefusal) {
  const std::string text = GetParam().head + "\r\n\r\n";
  HeadScanner scanner;
  const auto scan = scanner.scan(text, kSmallLimits);
  auto rejection = scan.rejection;
  Head head;
  if (!rejection) {
    ASSERT_EQ(scan.length, text.size());
    rejection = parse_head(text, kSmallLimits, head);
  }
  EXPECT_EQ(rejection ? rejection->status : 0, GetParam().status) << GetParam().head;
}

const std::string kGet = "GET / HTTP/1.1\r\nHost: h";
const std::string kPostHead = "POST / HTTP/1.1\r\nHost: h";

INSTANTIATE_TEST_SUITE_P(
    RequestLine, HeadStatus,
    testing::Values(Case{kGet, 0}, Case{"GET / HTTP/1.0", 0},
                    Case{"OPTIONS * HTTP/1.1\r\nHost: h", 0},
                    Case{"TRACE / HTTP/1.1\r\nHost: h", 405},
                    Case{"CONNECT h:1 HTTP/1.1\r\nHost: h", 405},
                    Case{"BREW / HTTP/1.1\r\nHost: h", 501},
                    Case{"get / HTTP/1.1\r\nHost: h", 501},  // methods are case-sensitive
                    Case{"GET / HTTP/2.0\r\nHost: h", 505}, Case{"GET / HTTP/1.1x\r\nHost: h", 505},
                    Case{"GET /", 400}, Case{"GET  / HTTP/1.1\r\nHost: h", 400},
                    Case{"GET /a b HTTP/1.1\r\nHost: h", 400}, Case{" GET / HTTP/1.1", 400},
                    Case{"G@T / HTTP/1.1\r\nHost: h", 400}, Case{"GET / FTP/1.1\r\nHost: h", 400},
                    Case{"GET /\x01 HTTP/1.1\r\nHost: h", 400},
                    Case{"GET /" + std::string(100, 'a') + " HTTP/1.1\r\nHost: h", 414},
                    Case{"GET /" + std::string(300, 'a') + " HTTP/1.1\r\nHost: h", 414}));

INSTANTIATE_TEST_SUITE_P(
    Fields, HeadStatus,
    testing::Values(Case{kGet + "\r\nA:", 0}, Case{kGet + "\r\nA: b\tc\xC3\xA9", 0},
                    Case{kGet + "\r\nA : b", 400},            // read as "A" by lenient servers
                    Case{kGet + "\r\nA: b\r\n folded", 400},  // obsolete line folding
                    Case{kGet + "\r\nnothing", 400}, Case{kGet + "\r\n: b", 400},
                    Case{kGet + "\r\nA: b\rX: c", 400},  // a bare CR
                    Case{kGet + "\r\nA: b\nX: c", 400},  // a bare LF
                    Case{kGet + std::string("\r\nA: b\0c", 8), 400},
                    Case{kGet + "\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4", 0},
                    Case{kGet + "\r\nA: 1\r\nB: 2\r\nC: 3\r\nD: 4\r\nE: 5", 431},
                    Case{kGet + "\r\nA: " + std::string(1000, 'a'), 431}));

INSTANTIATE_TEST_SUITE_P(Host, HeadStatus,
                         testing::Values(Case{"GET / HTTP/1.1", 400},
                                         Case{kGet + "\r\nHost: other", 400},
                                         Case{"GET / HTTP/1.1\r\nHost: [::1]:8080", 0},
                                         Case{"GET / HTTP/1.1\r\nHost: a/b", 400},
                                         Case{"GET / HTTP/1.1\r\nHost: a@b", 400},
                                         Case{"GET / HTTP/1.1\r\nHost: a b", 400}));

// What two readers of the same bytes could disagree on is how requests are smuggled past a proxy.
INSTANTIATE_TEST_SUITE_P(
    Framing, HeadStatus,
    testing::Values(Case{kPostHead + "\r\nContent-Length: 5", 0},
                    Case{kPostHead + "\r\nContent-Length: 1000", 0},
                    Case{kPostHead + "\r\nContent-Length: 1001", 413},
                    Case{kPostHead + "\r\nContent-Length: 99999999999999999999999", 413},
                    Case{kPostHead + "\r\nContent-Length: 5\r\nContent-Length: 5", 400},
                    Case{kPostHead + "\r\nContent-Length: 5\r\ncontent-length: 6", 400},
                    Case{kPostHead + "\r\nContent-Length: 5, 5", 400},
                    Case{kPostHead + "\r\nContent-Length: +5", 400},
                    Case{kPostHead + "\r\nContent-Length: -5", 400},
                    Case{kPostHead + "\r\nContent-Length: 0x5", 400},
                    Case{kPostHead + "\r\nContent-Length:", 400},
                    Case{kPostHead + "\r\nContent-Length: 5 5", 400},
                    Case{kPostHead + "\r\nTransfer-Encoding: chunked", 411},
                    Case{kPostHead + "\r\nTransfer-Encoding: xchunked", 411},
                    Case{kPostHead + "\r\nTransfer-Encoding: chunked\r\nContent-Length: 5", 400},
                    Case{"POST / HTTP/1.0\r\nTransfer-Encoding: chunked", 400},
                    Case{kPostHead + "\r\nContent-Length: 5\r\nContent-Encoding: gzip", 415},
                    Case{kPostHead + "\r\nContent-Length: 5\r\nContent-Encoding: identity", 0},
                    Case{kPostHead + "\r\nContent-Length: 5\r\nExpect: 100-Continue", 0},
                    Case{kPostHead + "\r\nContent-Length: 5\r\nExpect: miracles", 417}));

TEST(Head, KeepsFieldsInOrderAndTrimmed) {
  Head head;
  ASSERT_FALSE(
      parse_head("PUT /x?y HTTP/1.1\r\nHost:h\r\nB:  1 \r\nA: 100%25\r\n"
                 "Content-Length: 7\r\n\r\n",
                 kSmallLimits, head));
  EXPECT_EQ(head.method, "PUT");
  EXPECT_EQ(head.target, "/x?y");
  EXPECT_EQ(head.host, "h");
  EXPECT_EQ(head.content_length, 7U);
  EXPECT_EQ(head.fields, (std::vector<Field>{
                             {"Host", "h"}, {"B", "1"}, {"A", "100%25"}, {"Content-Length", "7"}}));
}

TEST(Head, SaysWhetherTheConnectionGoesOn) {
  const auto keeps_alive = [](const std::string& text) {
    Head head;
    EXPECT_FALSE(parse_head(text + "\r\n\r\n", kSmallLimits, head));
    return head.keep_alive;
  };
  EXPECT_TRUE(keeps_alive(kGet));
  EXPECT_TRUE(keeps_alive(kGet + "\r\nConnection: keep-alive"));
  EXPECT_FALSE(keeps_alive(kGet + "\r\nConnection: TE, Close"));
  EXPECT_FALSE(keeps_alive("GET / HTTP/1.0"));
}

TEST(HeadScanner, FindsTheEndHoweverTheBytesArrive) {
  const std::string text = kGet + "\r\nA: b\r\n\r\n";
  HeadScanner scanner;
  for (std::size_t arrived = 1; arrived < text.size(); ++arrived) {
    const auto scan = scanner.scan(std::string_view(text).substr(0, arrived), kSmallLimits);
    EXPECT_EQ(scan.length, 0U);
    EXPECT_FALSE(scan.rejection);
  }
  EXPECT_EQ(scanner.scan(text + "GET /next", kSmallLimits).length, text.size());
}

TEST(HeadScanner, GivesUpBeforeAnEndlessHeadEnds) {
  HeadScanner line;
  EXPECT_EQ(line.scan("GET /" + std::string(200, 'a'), kSmallLimits).rejection->status, 414);
  HeadScanner fields;
  EXPECT_EQ(fields.scan(kGet + "\r\nA: " + std::string(1000, 'a'), kSmallLimits).rejection->status,
            431);
}

}  // namespace
}  // namespace kb::http
