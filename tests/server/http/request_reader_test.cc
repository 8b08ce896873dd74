#include "server/http/request_reader.h"

#include <gtest/gtest.h>

#include <string>

namespace kb::http {
namespace {

using State = RequestReader::State;
constexpr HeadLimits kReaderLimits{};
const std::string kPost = "POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\n";

TEST(RequestReader, TakesARequestByteByByte) {
  RequestReader reader(kReaderLimits);
  EXPECT_EQ(reader.advance(), State::idle);
  const std::string text = kPost + "\r\nbody";
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    reader.append(text.substr(i, 1));
    ASSERT_EQ(reader.advance(), State::partial) << i;
  }
  EXPECT_EQ(reader.announced_body(), 4U);
  reader.append("y");
  ASSERT_EQ(reader.advance(), State::complete);
  const auto message = reader.take();
  EXPECT_EQ(message.head.target, "/p");
  EXPECT_EQ(message.body, "body");
  EXPECT_EQ(reader.advance(), State::idle);
}

TEST(RequestReader, KeepsPipelinedRequestsApart) {
  RequestReader reader(kReaderLimits);
  // The line break after the body is the stray one that RFC 9112 wants skipped.
  reader.append(kPost + "\r\nbody\r\nGET /two HTTP/1.1\r\nHost: h\r\n\r\n" + kPost);
  ASSERT_EQ(reader.advance(), State::complete);
  EXPECT_EQ(reader.take().body, "body");
  ASSERT_EQ(reader.advance(), State::complete);
  EXPECT_EQ(reader.take().head.target, "/two");
  EXPECT_EQ(reader.advance(), State::partial);
}

TEST(RequestReader, StrayLineBreaksAloneAreNoRequest) {
  RequestReader reader(kReaderLimits);
  reader.append("\r\n\r\n\r");
  EXPECT_EQ(reader.advance(), State::partial);
  reader.append("\n");
  EXPECT_EQ(reader.advance(), State::idle);
  reader.append("\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n");
  EXPECT_EQ(reader.advance(), State::complete);
}

TEST(RequestReader, AsksForTheBodyOnceAndOnlyIfItIsAwaited) {
  RequestReader waiting(kReaderLimits);
  waiting.append(kPost + "Expect: 100-continue\r\n\r\n");
  EXPECT_EQ(waiting.advance(), State::partial);
  EXPECT_TRUE(waiting.take_continue());
  EXPECT_FALSE(waiting.take_continue());

  RequestReader sending(kReaderLimits);
  sending.append(kPost + "Expect: 100-continue\r\n\r\nbo");
  EXPECT_EQ(sending.advance(), State::partial);
  EXPECT_FALSE(sending.take_continue());
}

TEST(RequestReader, TellsWhatItUnderstoodOfARefusedRequest) {
  RequestReader reader(kReaderLimits);
  reader.append("POST /p HTTP/1.1\r\nHost: h\r\nContent-Length: x\r\n\r\n");
  ASSERT_EQ(reader.advance(), State::refused);
  EXPECT_EQ(reader.rejection().status, 400);
  EXPECT_EQ(reader.take_head().target, "/p");
}

}  // namespace
}  // namespace kb::http
