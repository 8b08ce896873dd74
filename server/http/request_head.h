// The head of a request: finding its end in what has arrived, then parsing it strictly.
//
//   HeadScanner scanner;
//   auto scan = scanner.scan(input, limits);                // again whenever more has arrived
//   if (scan.length) rejection = parse_head(input.substr(0, scan.length), limits, head);
//
// Strict because a proxy in front must never read the same bytes as another request than this
// server does: line ends are CRLF, lengths are stated once, anything in doubt is refused.
// A value each; not shared between threads. What is wrong comes back as a Rejection.

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace kb::http {

struct HeadLimits {
  std::size_t bytes = 32 * 1024;      // of the whole head
  std::size_t fields = 100;           // header lines
  std::size_t target = 8 * 1024;      // bytes of the target
  std::size_t content = 1024 * 1024;  // bytes of the body
};

struct Rejection {
  int status;
  std::string_view detail;  // a literal
};

struct Head {
  std::string method;
  std::string target;
  std::string host;
  std::vector<Field> fields;
  std::size_t content_length = 0;
  bool keep_alive = true;
  bool expects_continue = false;  // the client waits for "100 Continue" before it sends the body
};

class HeadScanner {
 public:
  struct Scan {
    std::size_t length = 0;  // of the complete head with its blank line; 0: not complete yet
    std::optional<Rejection> rejection = {};
  };

  // `input` holds all that has arrived of this request; what was looked at is not looked at again.
  Scan scan(std::string_view input, const HeadLimits& limits);

 private:
  std::size_t scanned_ = 0;
  std::size_t line_start_ = 0;
};

// Fills `head` as far as it gets, so that a refused request can be logged too.
std::optional<Rejection> parse_head(std::string_view text, const HeadLimits& limits, Head& head);

}  // namespace kb::http
