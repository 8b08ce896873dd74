#include "server/http/target.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "server/http/field_value.h"
#include "server/http/utf8.h"

namespace kb::http {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// The byte that "%XX" at `at` stands for; nothing if no two hex digits follow.
std::optional<char> escaped_byte(std::string_view text, std::size_t at) {
  if (text.size() - at < 3) return std::nullopt;
  const int high = hex_digit(text[at + 1]);
  const int low = hex_digit(text[at + 2]);
  if (high < 0 || low < 0) return std::nullopt;
  return static_cast<char>(high * 16 + low);
}

std::optional<std::string> decode_path(std::string_view raw) {
  std::string path;
  path.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char c = raw[i];
    if (c == '%') {
      auto byte = escaped_byte(raw, i);
      if (!byte) return std::nullopt;
      c = *byte;
      i += 2;
    }
    if (c == '\0') return std::nullopt;  // ends the name in the system's calls, so could hide one
    path.push_back(c);
  }
  if (!is_utf8(path)) return std::nullopt;
  return path;
}

std::string decode_query_text(std::string_view raw) {
  std::string text;
  text.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == '+') {
      text.push_back(' ');
    } else if (auto byte = raw[i] == '%' ? escaped_byte(raw, i) : std::nullopt) {
      text.push_back(*byte);
      i += 2;
    } else {
      text.push_back(raw[i]);
    }
  }
  return repair_utf8(std::move(text));
}

// "http://" of "http://host/path"; empty for the usual "/path".
std::string_view scheme_of(std::string_view target) {
  for (const std::size_t length : {std::size_t{7}, std::size_t{8}}) {
    const std::string_view scheme = target.substr(0, length);
    if (equals_ignoring_case(scheme, "http://") || equals_ignoring_case(scheme, "https://")) {
      return scheme;
    }
  }
  return {};
}

}  // namespace

std::vector<Field> parse_query(std::string_view query) {
  std::vector<Field> parameters;
  while (!query.empty()) {
    const std::string_view pair = query.substr(0, query.find('&'));
    query.remove_prefix(pair.size() < query.size() ? pair.size() + 1 : pair.size());
    if (pair.empty()) continue;
    const std::string_view name = pair.substr(0, pair.find('='));
    const std::string_view value =
        name.size() < pair.size() ? pair.substr(name.size() + 1) : std::string_view();
    parameters.push_back({decode_query_text(name), decode_query_text(value)});
  }
  return parameters;
}

bool is_authority(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("-._:[]").find(c) != std::string_view::npos;
  });
}

std::optional<Target> parse_target(std::string_view target) {
  if (target == "*") return Target{.path = "*", .parameters = {}, .authority = {}};
  if (target.find('#') != std::string_view::npos) return std::nullopt;

  std::string_view authority;
  if (const auto scheme = scheme_of(target); !scheme.empty()) {
    target.remove_prefix(scheme.size());
    authority = target.substr(0, target.find_first_of("/?"));
    if (!is_authority(authority)) return std::nullopt;
    target.remove_prefix(authority.size());
  }

  const std::string_view raw_path = target.substr(0, target.find('?'));
  const bool pathless = raw_path.empty() && !authority.empty();
  if (!pathless && !raw_path.starts_with('/')) return std::nullopt;
  auto path = decode_path(pathless ? "/" : raw_path);
  if (!path) return std::nullopt;
  const std::string_view query =
      raw_path.size() < target.size() ? target.substr(raw_path.size() + 1) : std::string_view();
  return Target{std::move(*path), parse_query(query), std::string(authority)};
}

}  // namespace kb::http
