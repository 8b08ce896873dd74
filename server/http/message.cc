#include "server/http/message.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/http/field_value.h"

namespace kb::http {
namespace {

constexpr std::array<std::pair<int, std::string_view>, 21> kTitles{{
    {400, "Bad Request"},
    {401, "Unauthorized"},
    {403, "Forbidden"},
    {404, "Not Found"},
    {405, "Method Not Allowed"},
    {406, "Not Acceptable"},
    {408, "Request Timeout"},
    {409, "Conflict"},
    {410, "Gone"},
    {411, "Length Required"},
    {412, "Precondition Failed"},
    {413, "Content Too Large"},
    {414, "URI Too Long"},
    {415, "Unsupported Media Type"},
    {417, "Expectation Failed"},
    {422, "Unprocessable Content"},
    {429, "Too Many Requests"},
    {431, "Request Header Fields Too Large"},
    {500, "Internal Server Error"},
    {501, "Not Implemented"},
    {503, "Service Unavailable"},
}};

}  // namespace

std::string_view Request::param(std::string_view name) const {
  auto found = std::ranges::find(parameters, name, &Field::name);
  return found == parameters.end() ? std::string_view() : found->value;
}

std::string_view Request::header(std::string_view name) const {
  auto found = std::ranges::find_if(
      headers, [&](const Field& field) { return equals_ignoring_case(field.name, name); });
  return found == headers.end() ? std::string_view() : found->value;
}

Response redirect(int status, std::string location) {
  return Response{.status = status, .headers = {{"Location", std::move(location)}}};
}

Response problem(int status, std::string title, std::string detail) {
  return Response{.status = status, .problem = Problem{std::move(title), std::move(detail)}};
}

Response problem(int status, std::string detail) {
  return problem(status, std::string(status_title(status)), std::move(detail));
}

std::string_view status_title(int status) {
  auto found = std::ranges::find(kTitles, status, &std::pair<int, std::string_view>::first);
  return found == kTitles.end() ? "Error" : found->second;
}

}  // namespace kb::http
