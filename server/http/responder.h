// Runs the handler on one request and has its answer as bytes, whatever the handler does.
//
//   Responder responder(handler, observer);
//   Response response = responder.handle(request);
//   std::string bytes = responder.write(request, std::move(response), arrived, close);
//
// Not thread-safe: one a thread (each keeps a compressor and a writer). An exception of the
// handler becomes a 500 that tells the client nothing but the request's id.

#pragma once

#include <chrono>
#include <string>

#include "server/http/gzip.h"
#include "server/http/message.h"
#include "server/http/response_writer.h"
#include "server/http/server.h"

namespace kb::http {

class Responder {
 public:
  using Instant = std::chrono::steady_clock::time_point;

  Responder(const Handler& handler, const Observer& observer)
      : handler_(handler), observer_(observer) {}

  Response handle(const Request& request);  // finished, but for one that comes later
  Response finished(Response response, const Request& request);

  // Tells the observer too. `close`: the connection ends with this answer.
  std::string write(const Request& request, Response finished, Instant arrived, bool close);

  // For a request that reaches no handler; its connection ends.
  std::string refuse(const Request& request, Response response, Instant arrived);

 private:
  const Handler& handler_;
  const Observer& observer_;
  Gzip gzip_;
  ResponseWriter writer_;
};

}  // namespace kb::http
