#include "server/http/finish.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "server/http/field_value.h"

namespace kb::http {
namespace {

void render_problem(Response& response, const Request& request) {
  const nlohmann::ordered_json json = {{"title", response.problem->title},
                                       {"status", response.status},
                                       {"detail", response.problem->detail},
                                       {"request_id", request.request_id}};
  response.content_type = "application/problem+json";
  response.body = json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

auto find_header(Response& response, std::string_view name) {
  return std::ranges::find_if(
      response.headers, [&](const Field& field) { return equals_ignoring_case(field.name, name); });
}

void vary_by_encoding(Response& response) {
  auto vary = find_header(response, "Vary");
  if (vary == response.headers.end()) {
    response.headers.push_back({"Vary", "Accept-Encoding"});
  } else {
    vary->value += ", Accept-Encoding";
  }
}

bool is_not_modified(const Response& response, const Request& request, std::string_view etag) {
  return response.status == 200 && (request.method == "GET" || request.method == "HEAD") &&
         none_match_names(request.header("If-None-Match"), etag);
}

// The client has the content: what describes it goes, what governs caching stays.
void make_not_modified(Response& response) {
  response.status = 304;
  response.content_type.clear();
  response.body.clear();
  constexpr std::array<std::string_view, 3> kDescribing{"Content-Language", "Content-Encoding",
                                                        "Content-Disposition"};
  std::erase_if(response.headers, [&](const Field& field) {
    return std::ranges::any_of(
        kDescribing, [&](std::string_view name) { return equals_ignoring_case(field.name, name); });
  });
}

void compress(Response& response, Gzip& gzip) {
  response.body = response.gzipped ? *response.gzipped : gzip.compress(response.body);
  response.headers.push_back({"Content-Encoding", "gzip"});
}

void add_common_headers(Response& response, const Request& request, std::string etag) {
  auto add = [&](const char* name, std::string value) {
    if (!value.empty()) response.headers.push_back({name, std::move(value)});
  };
  add("Content-Type", std::move(response.content_type));
  add("ETag", std::move(etag));
  add("Cache-Control", std::move(response.cache_control));
  add("X-Content-Type-Options", "nosniff");
  add("X-Request-Id", request.request_id);
}

// A line break in a value, say of a redirect built from a path, would start a header of its own.
void keep_headers_on_their_lines(Response& response) {
  for (Field& field : response.headers) {
    std::ranges::replace_if(
        field.value, [](char c) { return c == '\r' || c == '\n' || c == '\0'; }, ' ');
  }
}

}  // namespace

bool none_match_names(std::string_view if_none_match, std::string_view etag) {
  if (if_none_match == "*") return true;
  while (!if_none_match.empty()) {
    const auto open = if_none_match.find('"');
    if (open == std::string_view::npos) return false;
    const auto close = if_none_match.find('"', open + 1);
    if (close == std::string_view::npos) return false;
    if (if_none_match.substr(open, close - open + 1) == etag) return true;
    if_none_match.remove_prefix(close + 1);
  }
  return false;
}

Response finish(Response response, const Request& request, Gzip& gzip) {
  if (response.problem) render_problem(response, request);

  const bool encoded = find_header(response, "Content-Encoding") != response.headers.end();
  const bool gains = !encoded && (response.gzipped ||
                                  gains_from_gzip(response.content_type, response.body.size()));
  const bool zipped = gains && accepts_gzip(request.header("Accept-Encoding"));
  if (gains) vary_by_encoding(response);

  std::string etag;
  if (response.etag) etag = '"' + *response.etag + (zipped ? "-gzip\"" : "\"");
  if (!etag.empty() && is_not_modified(response, request, etag)) {
    make_not_modified(response);
  } else if (zipped) {
    compress(response, gzip);
  }
  add_common_headers(response, request, std::move(etag));
  keep_headers_on_their_lines(response);
  return response;
}

}  // namespace kb::http
