#include "server/http/request_head.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "server/http/field_value.h"
#include "server/http/target.h"

namespace kb::http {
namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::size_t kRequestLineExtra = 64;  // room for method, version and spaces

constexpr std::array<std::string_view, 7> kMethods{"GET",   "HEAD",   "POST",   "PUT",
                                                   "PATCH", "DELETE", "OPTIONS"};

bool is_token_char(char c) {
  constexpr std::string_view kOthers = "!#$%&'*+-.^_`|~";
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         kOthers.find(c) != std::string_view::npos;
}

bool is_token(std::string_view text) {
  return !text.empty() && std::ranges::all_of(text, is_token_char);
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

bool is_field_value(std::string_view text) {
  return std::ranges::none_of(text, [](char c) { return is_control(c) && c != '\t'; });
}

std::string_view take_line(std::string_view& text) {
  const std::string_view line = text.substr(0, text.find(kLineEnd));
  text.remove_prefix(line.size() + kLineEnd.size());
  return line;
}

std::optional<Rejection> parse_version(std::string_view version, Head& head) {
  if (version == "HTTP/1.1") return std::nullopt;
  if (version == "HTTP/1.0") {
    head.keep_alive = false;
    return std::nullopt;
  }
  if (version.starts_with("HTTP/")) return Rejection{505, "use HTTP/1.1"};
  return Rejection{400, "the request line is malformed"};
}

std::optional<Rejection> parse_request_line(std::string_view line, const HeadLimits& limits,
                                            Head& head) {
  const auto first = line.find(' ');
  const auto last = line.rfind(' ');
  if (first == std::string_view::npos || first == last || !is_token(line.substr(0, first))) {
    return Rejection{400, "the request line is malformed"};
  }
  head.method = line.substr(0, first);
  const std::string_view target = line.substr(first + 1, last - first - 1);
  if (target.size() > limits.target) return Rejection{414, "the address is too long"};
  if (target.empty() ||
      std::ranges::any_of(target, [](char c) { return is_control(c) || c == ' '; })) {
    return Rejection{400, "the request line is malformed"};
  }
  head.target = target;
  return parse_version(line.substr(last + 1), head);
}

std::optional<Rejection> parse_field(std::string_view line, Head& head) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || !is_token(line.substr(0, colon))) {
    return Rejection{400, "a header line is malformed"};
  }
  const std::string_view value = trim_blanks(line.substr(colon + 1));
  if (!is_field_value(value)) return Rejection{400, "a header holds control characters"};
  head.fields.push_back({std::string(line.substr(0, colon)), std::string(value)});
  return std::nullopt;
}

std::optional<Rejection> check_method(std::string_view method) {
  if (std::ranges::find(kMethods, method) != kMethods.end()) return std::nullopt;
  if (method == "TRACE" || method == "CONNECT") return Rejection{405, "not allowed here"};
  return Rejection{501, "this method is not known here"};
}

// What the fields say about the message itself, collected in one pass.
struct Framing {
  int lengths = 0;
  int hosts = 0;
  bool transfer_coded = false;
  bool content_coded = false;
  std::string_view length;
  std::string_view host;
  std::string_view expect;
};

Framing framing_of(const std::vector<Field>& fields) {
  Framing framing;
  for (const auto& [name, value] : fields) {
    if (equals_ignoring_case(name, "Content-Length")) {
      ++framing.lengths;
      framing.length = value;
    } else if (equals_ignoring_case(name, "Host")) {
      ++framing.hosts;
      framing.host = value;
    } else if (equals_ignoring_case(name, "Transfer-Encoding")) {
      framing.transfer_coded = true;
    } else if (equals_ignoring_case(name, "Content-Encoding")) {
      framing.content_coded |= !equals_ignoring_case(value, "identity");
    } else if (equals_ignoring_case(name, "Expect")) {
      framing.expect = value;
    }
  }
  return framing;
}

std::optional<Rejection> parse_length(const Framing& framing, const HeadLimits& limits,
                                      Head& head) {
  if (framing.lengths == 0) return std::nullopt;
  const std::string_view text = framing.length;
  const bool digits =
      !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
  if (framing.lengths > 1 || !digits) return Rejection{400, "Content-Length is not one number"};
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), head.content_length);
  if (error != std::errc() || head.content_length > limits.content) {
    return Rejection{413, "the body is too large"};
  }
  return std::nullopt;
}

// RFC 9112, sections 3.2 and 6: what must hold before the bytes behind the head mean anything.
std::optional<Rejection> judge(const Framing& framing, const HeadLimits& limits, bool http_1_0,
                               Head& head) {
  if (framing.hosts > 1 || (framing.hosts == 0 && !http_1_0) ||
      !(framing.host.empty() || is_authority(framing.host))) {
    return Rejection{400, "exactly one valid Host is needed"};
  }
  head.host = framing.host;
  if (framing.transfer_coded && (framing.lengths > 0 || http_1_0)) {
    return Rejection{400, "Transfer-Encoding contradicts the rest of the head"};
  }
  if (auto rejection = parse_length(framing, limits, head)) return rejection;
  if (framing.transfer_coded) return Rejection{411, "send the body with a Content-Length"};
  if (framing.content_coded) return Rejection{415, "send the body without Content-Encoding"};
  if (!framing.expect.empty() && !http_1_0) {
    if (!equals_ignoring_case(framing.expect, "100-continue")) {
      return Rejection{417, "this expectation is not known here"};
    }
    head.expects_continue = true;
  }
  return std::nullopt;
}

bool asks_to_close(const std::vector<Field>& fields) {
  return std::ranges::any_of(fields, [](const Field& field) {
    return equals_ignoring_case(field.name, "Connection") &&
           std::ranges::any_of(list_items(field.value), [](std::string_view option) {
             return equals_ignoring_case(option, "close");
           });
  });
}

}  // namespace

HeadScanner::Scan HeadScanner::scan(std::string_view input, const HeadLimits& limits) {
  for (std::size_t end; (end = input.find('\n', scanned_)) != std::string_view::npos;) {
    if (end == 0 || input[end - 1] != '\r') {
      return {.rejection = Rejection{400, "lines must end with CR LF"}};
    }
    const bool blank = end - line_start_ == 1;
    scanned_ = line_start_ = end + 1;
    if (scanned_ > limits.bytes) break;
    if (blank) return {.length = scanned_};
  }
  scanned_ = std::max(scanned_, input.size());

  const bool in_request_line = line_start_ == 0;
  if (in_request_line && input.size() > limits.target + kRequestLineExtra) {
    return {.rejection = Rejection{414, "the address is too long"}};
  }
  if (input.size() > limits.bytes) {
    return {.rejection = Rejection{431, "the headers are too large"}};
  }
  return {};
}

std::optional<Rejection> parse_head(std::string_view text, const HeadLimits& limits, Head& head) {
  if (auto rejection = parse_request_line(take_line(text), limits, head)) return rejection;
  const bool http_1_0 = !head.keep_alive;
  while (text != kLineEnd) {
    if (head.fields.size() == limits.fields) return Rejection{431, "there are too many headers"};
    if (auto rejection = parse_field(take_line(text), head)) return rejection;
  }
  if (auto rejection = judge(framing_of(head.fields), limits, http_1_0, head)) return rejection;
  if (asks_to_close(head.fields)) head.keep_alive = false;
  return check_method(head.method);
}

}  // namespace kb::http
