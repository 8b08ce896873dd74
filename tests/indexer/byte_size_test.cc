#include "indexer/byte_size.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(ByteSize, IsSaidAsPeopleSayIt) {
  struct Case {
    std::uint64_t bytes;
    std::string text;
  };
  for (const Case& c :
       {Case{0, "0 bytes"}, Case{1, "1 byte"}, Case{1023, "1023 bytes"}, Case{1024, "1.0 KiB"},
        Case{1536, "1.5 KiB"}, Case{5'242'880, "5.0 MiB"}, Case{1'048'575, "1.0 MiB"},
        Case{std::uint64_t{3} << 30, "3.0 GiB"}, Case{~std::uint64_t{0}, "16.0 EiB"}})
    EXPECT_EQ(byte_size_text(c.bytes), c.text) << c.bytes;
}

}  // namespace
}  // namespace kb
