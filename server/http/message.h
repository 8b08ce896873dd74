// A request as a handler sees it and the answer it gives: plain values, whatever carries them.
//
//   Response greet(const Request& request) {
//     if (request.param("name").empty()) return problem(400, "Bad Request", "`name` is missing");
//     return Response{.content_type = "text/plain; charset=utf-8", .body = "Hello"};
//   }
//
// Values, so as thread-safe as any. Nothing here fails.

#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kb::http {

struct Field {
  std::string name;
  std::string value;

  bool operator==(const Field&) const = default;
};

struct Request {
  std::string method;             // "GET"
  std::string target;             // as sent: "/en/search?q=caf%C3%A9"
  std::string path;               // decoded, valid UTF-8, begins with "/": "/en/search"
  std::vector<Field> parameters;  // of the query, decoded, valid UTF-8, in their order
  std::vector<Field> headers;     // in their order, values trimmed
  std::string body;
  std::string client_address;  // who asks, as far as trusted proxies vouch for it
  std::string peer_address;    // whose socket it is: the client's own, or a proxy's
  std::string host;            // "help.example.com:8080"
  std::string request_id;      // the same in logs, answers and the proxy's logs
  bool secure = false;         // the client came to a trusted proxy over TLS

  // The first value of that name, else "".
  std::string_view param(std::string_view name) const;
  std::string_view header(std::string_view name) const;  // whatever the case of `name`
};

// An error for programs and people, sent as application/problem+json (RFC 9457) with the
// request's id.
struct Problem {
  std::string title;   // the same for all errors of its kind: "Bad Request"
  std::string detail;  // what was wrong this time: "`limit` is not a number"
};

struct Response;

// Takes an answer that comes later, from any thread; only the first counts.
using LateReply = std::function<void(Response)>;

struct Response {
  int status = 200;
  std::string content_type = {};
  std::string body = {};
  std::vector<Field> headers = {};
  std::optional<std::string> etag = {};  // strong, without quotes; answers If-None-Match
  std::string cache_control = {};
  std::shared_ptr<const std::string> gzipped = {};  // the body gzipped beforehand, if it was
  std::optional<Problem> problem = {};              // becomes body and content type
  std::string fault = {};                           // why it is a 500, for the logs; never sent

  // Set where the answer waits for something: it is called once, at once, and the worker goes on
  // to other requests. Nothing else of this Response is sent. A reply that is let go of without
  // being called answers with a 500.
  std::function<void(LateReply)> later = {};
};

Response redirect(int status, std::string location);
Response problem(int status, std::string title, std::string detail);
Response problem(int status, std::string detail);  // titled with the status's own words

// "Not Found" for 404; "Error" for what it does not know.
std::string_view status_title(int status);

}  // namespace kb::http
