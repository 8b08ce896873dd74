#include "core/index/byte_stream.h"

#include <gtest/gtest.h>

#include <limits>

namespace kb::index {
namespace {

constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();

TEST(ByteStream, ComesBackAsItWasWritten) {
  ByteWriter out;
  const std::uint64_t numbers[] = {0, 1, 127, 128, 16'383, 16'384, 1ULL << 32, kMost};
  for (const auto number : numbers) out.number(number);
  out.text("");
  out.text(std::string_view("a\0b", 3));
  out.fixed32(0xDEADBEEF);
  const std::string bytes = out.take();

  ByteReader in(bytes);
  for (const auto number : numbers) EXPECT_EQ(in.number(), number);
  EXPECT_EQ(in.text(), "");
  EXPECT_EQ(in.text(), std::string_view("a\0b", 3));
  EXPECT_EQ(in.fixed32(), 0xDEADBEEF);
  EXPECT_TRUE(in.ok());
  EXPECT_TRUE(in.at_end());
}

TEST(ByteStream, IsNotOkOnceTruncated) {
  ByteWriter out;
  out.number(300);
  out.text("refund");
  out.fixed32(7);
  for (std::size_t size = 0; size < out.bytes().size(); ++size) {
    ByteReader in(std::string_view(out.bytes()).substr(0, size));
    in.number();
    in.text();
    in.fixed32();
    EXPECT_FALSE(in.ok()) << size;
    EXPECT_EQ(in.number(), 0U);
    EXPECT_EQ(in.text(), "");
    EXPECT_EQ(in.fixed32(), 0U);
  }
}

TEST(ByteStream, BelievesNoCountBeyondTheRest) {
  for (const auto claimed : {std::uint64_t{4}, std::uint64_t{1} << 40, kMost}) {
    ByteWriter out;
    out.number(claimed);
    const std::string bytes = out.bytes() + "abc";
    ByteReader counted(bytes);
    EXPECT_EQ(counted.count(), 0U);
    EXPECT_FALSE(counted.ok());
    ByteReader text(bytes);
    EXPECT_EQ(text.text(), "");
    EXPECT_FALSE(text.ok());
  }
}

TEST(ByteStream, ANumberEndsSomewhere) {
  const std::string endless(100, '\xff');
  ByteReader in(endless);
  EXPECT_EQ(in.number(), 0U);
  EXPECT_FALSE(in.ok());
}

}  // namespace
}  // namespace kb::index
