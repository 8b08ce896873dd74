// A finished Response as bytes for the socket, written by cpp-httplib: the one place that knows it.
//
//   ResponseWriter writer;
//   std::string bytes = writer.write(finish(…), {.head_only = false, .close = true, .now = …});
//
// httplib is shown neither the client's bytes nor its socket. It percent-decodes header values
// (%0D%0A becomes a line break), obeys any number of ranges, and expands gzip bodies without
// bound before a handler could object; request_head.h reads requests instead.
// Not thread-safe: one a thread. Nothing fails.

#pragma once

#include <ctime>
#include <memory>
#include <string>

#include "server/http/message.h"

namespace kb::http {

class ResponseWriter {
 public:
  struct Options {
    bool head_only = false;  // the answer to HEAD: the length of the body, not the body
    bool close = false;      // the connection ends with this answer
    std::time_t now = 0;     // for Date
  };

  ResponseWriter();
  ~ResponseWriter();
  ResponseWriter(const ResponseWriter&) = delete;
  ResponseWriter& operator=(const ResponseWriter&) = delete;

  std::string write(const Response& response, const Options& options);

 private:
  class Httplib;
  std::unique_ptr<Httplib> httplib_;
};

}  // namespace kb::http
