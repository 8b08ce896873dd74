// The target of a request line, taken apart: where to, and with which parameters.
//
//   parse_target("/en/search?q=caf%C3%A9+au+lait&page=2")
//       -> path "/en/search", parameters q = "café au lait", page = "2"
//   parse_target("/%FF")  -> nothing: a path that is no text names no page
//
// A query is typed by people and never refused: a stray % stays as it is, bytes that are no UTF-8
// become U+FFFD. Pure function, thread-safe.

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.h"

namespace kb::http {

struct Target {
  std::string path;
  std::vector<Field> parameters;
  std::string authority;  // of "http://host/path", which proxies may send; it overrides Host
};

std::optional<Target> parse_target(std::string_view target);

// "q=caf%C3%A9&page=2", as queries and forms are written.
std::vector<Field> parse_query(std::string_view query);

// "help.example.com:8080", "[::1]": what Host may say; no user names, nothing percent-encoded.
bool is_authority(std::string_view text);

}  // namespace kb::http
