// One HTTP/1.1 request to a server on this machine, over a plain socket.
//
//   auto answer = post_on_loopback("http://127.0.0.1:8080", "/local/backup",
//                                  {{"Authorization", "Bearer …"}}, body,
//                                  std::chrono::seconds(60));
//   answer->status == 200, answer->body
//
// The connection is closed after the answer, which is 64 MB at most. A server that is gone, that
// falls silent or that speaks no HTTP is an Error. Any other host than the loopback is refused.
// Thread-safe.

#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/result.h"

namespace kb::store {

struct HttpAnswer {
  int status = 0;
  std::string body;
};

using HttpHeaders = std::vector<std::pair<std::string, std::string>>;

// `timeout` is for the whole of it.
Result<HttpAnswer> post_on_loopback(std::string_view url, std::string_view path,
                                    const HttpHeaders& headers, std::string_view body,
                                    std::chrono::milliseconds timeout);

// An answer as it came over the wire, to its end.
Result<HttpAnswer> parse_http_answer(std::string_view bytes);

}  // namespace kb::store
