#include "server/login/session_cookie.h"

#include <algorithm>

#include "server/http/field_value.h"

namespace kb {
namespace {

std::string_view name_of(CookieKind kind) {
  return kind == CookieKind::host ? "__Host-kb" : "kb-plain";
}

bool is_loopback(std::string_view address) {
  return address == "::1" || address.starts_with("127.");
}

// "localhost", "[::1]". A name that only leads here may be another site's trick.
bool is_loopback_name(std::string_view name) {
  if (name.starts_with('[')) return is_loopback(name.substr(1, name.find(']') - 1));
  const bool digits = name.find_first_not_of("0123456789.") == std::string_view::npos;
  return name == "localhost" || (digits && is_loopback(name));
}

// "help.example:8080", "[::1]:8080", each without its port.
std::string_view name_in(std::string_view host) {
  return host.substr(0, host.find(':', host.starts_with('[') ? host.find(']') : 0));
}

bool came_through_a_proxy(const http::Request& request) {
  return std::ranges::any_of(request.headers, [](const http::Field& field) {
    return http::equals_ignoring_case(field.name, "Forwarded") ||
           http::equals_ignoring_case(field.name, "Via") ||
           http::equals_ignoring_case(std::string_view(field.name).substr(0, 12), "X-Forwarded-");
  });
}

std::string cookie_text(CookieKind kind, std::string_view value, std::chrono::seconds lifetime) {
  std::string text =
      std::string(name_of(kind)) + "=" + std::string(value) +
      "; Path=/; HttpOnly; SameSite=Lax; Max-Age=" + std::to_string(lifetime.count());
  if (kind == CookieKind::host) text += "; Secure";
  return text;
}

}  // namespace

bool is_from_this_machine(const http::Request& request, std::string_view own) {
  if (came_through_a_proxy(request) || request.client_address != request.peer_address) return false;
  const auto name = name_in(request.host);
  if (!own.empty() && request.peer_address == own) return name == own;
  return is_loopback(request.peer_address) && is_loopback_name(name);
}

CookieKind cookie_kind(const http::Request& request) {
  if (request.secure) return CookieKind::host;
  return is_from_this_machine(request) ? CookieKind::plain : CookieKind::none;
}

std::string session_secret(const http::Request& request) {
  const auto kind = cookie_kind(request);
  if (kind == CookieKind::none) return {};
  const auto name = name_of(kind);
  for (const auto& field : request.headers) {
    if (!http::equals_ignoring_case(field.name, "Cookie")) continue;
    std::string_view rest = field.value;
    while (!rest.empty()) {
      const auto pair = http::trim_blanks(rest.substr(0, rest.find(';')));
      rest.remove_prefix(std::min(rest.size(), rest.substr(0, rest.find(';')).size() + 1));
      if (pair.size() > name.size() && pair.starts_with(name) && pair[name.size()] == '=')
        return std::string(pair.substr(name.size() + 1));
    }
  }
  return {};
}

std::string session_cookie(CookieKind kind, const std::string& secret,
                           std::chrono::seconds lifetime) {
  return cookie_text(kind, secret, lifetime);
}

std::string ended_cookie(CookieKind kind) {
  return cookie_text(kind, "", std::chrono::seconds{0});
}

}  // namespace kb
