// Unpacks a gzip body, so that tests can hold it against what was packed.
//
//   EXPECT_EQ(gunzip(reply.body), page);
//
// Pure function. What is no gzip comes back empty.

#pragma once

#include <zlib.h>

#include <string>

namespace kb::http {

inline std::string gunzip(std::string packed) {
  z_stream stream{};
  inflateInit2(&stream, 15 + 16);
  std::string text(1 << 22, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_in = static_cast<uInt>(packed.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const bool whole = inflate(&stream, Z_FINISH) == Z_STREAM_END;
  text.resize(whole ? stream.total_out : 0);
  inflateEnd(&stream);
  return text;
}

}  // namespace kb::http
