#include "server/login/request_origin.h"

#include <algorithm>

#include "server/http/field_value.h"

namespace kb {
namespace {

std::string_view after_scheme(std::string_view origin) {
  const auto at = origin.find("://");
  return at == std::string_view::npos ? std::string_view() : origin.substr(at + 3);
}

// "https://help.example.com/" -> "https://help.example.com"
std::string_view origin_of(std::string_view url) {
  const auto authority = after_scheme(url);
  if (authority.empty()) return {};
  const auto length = std::min(authority.find('/'), authority.size());
  return url.substr(0, url.size() - authority.size() + length);
}

bool is_own(std::string_view origin, const http::Request& request, std::string_view base_url) {
  if (!base_url.empty() && http::equals_ignoring_case(origin, origin_of(base_url))) return true;
  if (request.host.empty()) return false;
  // What came to a proxy over TLS was not sent by the same name's plain pages.
  if (request.secure && !http::equals_ignoring_case(origin.substr(0, 8), "https://")) return false;
  return http::equals_ignoring_case(after_scheme(origin), request.host);
}

}  // namespace

bool comes_from_this_site(const http::Request& request, std::string_view base_url) {
  const auto fetch_site = request.header("Sec-Fetch-Site");
  if (!fetch_site.empty() && fetch_site != "same-origin") return false;
  const auto origin = request.header("Origin");
  return origin.empty() || is_own(origin, request, base_url);
}

std::string safe_next(std::string_view next, std::string_view base_path) {
  const bool is_path = next.starts_with('/') && !next.starts_with("//");
  const bool is_plain = std::ranges::all_of(
      next, [](char c) { return c > ' ' && c != '\\' && static_cast<unsigned char>(c) < 0x7F; });
  if (!is_path || !is_plain || next.size() > 2000) return {};
  if (!next.starts_with(base_path)) return {};
  const auto below = next.substr(base_path.size());
  return below.empty() || below.starts_with('/') || below.starts_with('?') ? std::string(next)
                                                                           : std::string();
}

}  // namespace kb
