#include "server/http/responder.h"

#include <ctime>
#include <exception>
#include <utility>

#include "server/http/finish.h"

namespace kb::http {
namespace {

Response internal_error(std::string fault) {
  Response response = problem(500, "Something went wrong here. Please try again.");
  response.cache_control = "no-store";
  response.fault = std::move(fault);
  return response;
}

}  // namespace

Response Responder::handle(const Request& request) {
  std::string fault;
  try {
    Response response = handler_(request);
    return response.later ? response : finish(std::move(response), request, gzip_);
  } catch (const std::exception& error) {
    fault = error.what();
  } catch (...) {
    fault = "an exception of unknown type";
  }
  return finish(internal_error(std::move(fault)), request, gzip_);
}

Response Responder::finished(Response response, const Request& request) {
  return finish(std::move(response), request, gzip_);
}

std::string Responder::write(const Request& request, Response finished, Instant arrived,
                             bool close) {
  const bool head_only = request.method == "HEAD";
  std::string bytes =
      writer_.write(finished, {.head_only = head_only, .close = close, .now = std::time(nullptr)});
  if (head_only) finished.body.clear();
  observer_(request, finished,
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() -
                                                                  arrived));
  return bytes;
}

std::string Responder::refuse(const Request& request, Response response, Instant arrived) {
  return write(request, finish(std::move(response), request, gzip_), arrived, true);
}

}  // namespace kb::http
