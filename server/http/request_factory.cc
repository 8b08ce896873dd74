#include "server/http/request_factory.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/field_value.h"
#include "server/http/target.h"

namespace kb::http {
namespace {

constexpr std::size_t kLongestId = 64;

// It goes into logs and answers as it is.
bool is_sane_id(std::string_view id) {
  return !id.empty() && id.size() <= kLongestId && std::ranges::all_of(id, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '_' || c == '.';
  });
}

std::vector<std::string_view> values_of(const Request& request, std::string_view name) {
  std::vector<std::string_view> values;
  for (const Field& field : request.headers) {
    if (equals_ignoring_case(field.name, name)) values.push_back(field.value);
  }
  return values;
}

// The one nearest to us, which the trusted proxy itself wrote.
std::string_view last_item(const Request& request, std::string_view name) {
  const auto values = values_of(request, name);
  const auto items = values.empty() ? std::vector<std::string_view>() : list_items(values.back());
  return items.empty() ? std::string_view() : items.back();
}

}  // namespace

Request RequestFactory::make(Head head, std::string body, const std::string& peer) {
  Request request;
  request.method = std::move(head.method);
  request.target = std::move(head.target);
  request.headers = std::move(head.fields);
  request.body = std::move(body);
  request.client_address = peer;
  request.peer_address = peer;
  request.host = std::move(head.host);
  if (auto target = parse_target(request.target)) {
    request.path = std::move(target->path);
    request.parameters = std::move(target->parameters);
    if (!target->authority.empty()) request.host = std::move(target->authority);
  }
  if (proxies_.trusts(peer)) believe_proxy(request, peer);
  if (request.request_id.empty()) request.request_id = new_id();
  return request;
}

void RequestFactory::believe_proxy(Request& request, const std::string& peer) const {
  request.client_address = proxies_.client_of(peer, values_of(request, "X-Forwarded-For"));
  request.secure = equals_ignoring_case(last_item(request, "X-Forwarded-Proto"), "https");
  if (const auto id = request.header("X-Request-Id"); is_sane_id(id)) request.request_id = id;
}

std::string RequestFactory::new_id() {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string id(16, '0');
  std::uint64_t bits = random_();
  for (char& digit : id) {
    digit = kDigits[bits & 15];
    bits >>= 4;
  }
  return id;
}

}  // namespace kb::http
