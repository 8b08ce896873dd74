// Compressing answers: who accepts it, what gains from it, and the compressor.
//
//   if (accepts_gzip(request.header("Accept-Encoding")) && gains_from_gzip(type, body.size()))
//     body = gzip.compress(body);
//
// A Gzip keeps zlib's 256 KiB of working memory between bodies, so have one a thread; it is not
// thread-safe. Nothing fails but for want of memory (std::bad_alloc).

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace kb::http {

bool accepts_gzip(std::string_view accept_encoding);  // q-values and * as in RFC 9110, 12.5.3
bool gains_from_gzip(std::string_view content_type, std::size_t body_bytes);

class Gzip {
 public:
  Gzip();
  ~Gzip();
  Gzip(const Gzip&) = delete;
  Gzip& operator=(const Gzip&) = delete;

  std::string compress(std::string_view body);

 private:
  struct Deflater;
  std::unique_ptr<Deflater> deflater_;
};

}  // namespace kb::http
