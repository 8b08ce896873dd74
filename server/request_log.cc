#include "server/request_log.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb {
namespace {

// A path may hold anything; a log line must stay one line.
std::string printable(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7F) {
      char escaped[8];
      std::snprintf(escaped, sizeof escaped, "\\x%02x", byte);
      out += escaped;
    } else {
      out += c;
    }
  }
  return out;
}

// Who reads the log could use a log-in link before its owner does.
std::string without_secret(const std::string& path) {
  constexpr std::string_view kLink = "/login/link/";
  const auto at = path.find(kLink);
  return at == std::string::npos ? path : path.substr(0, at + kLink.size()) + "…";
}

}  // namespace

std::string shortened_address(std::string_view address) {
  if (address.find(':') == std::string_view::npos) {
    const auto dot = address.rfind('.');
    return dot == std::string_view::npos ? std::string(address)
                                         : std::string(address.substr(0, dot)) + ".0";
  }
  std::size_t end = 0;
  for (int group = 0; group < 3; ++group) {
    const auto colon = address.find(':', end);
    if (colon == std::string_view::npos || colon == end) break;
    end = colon + 1;
  }
  return end == 0 ? "::" : std::string(address.substr(0, end)) + ":";
}

std::string log_line(LogFormat format, Time now, const http::Request& request,
                     const http::Response& response, std::chrono::microseconds took) {
  const double milliseconds = static_cast<double>(took.count()) / 1000;
  const std::string address = shortened_address(request.client_address);
  if (format == LogFormat::json) {
    nlohmann::json line = {{"time", iso_time(now)},
                           {"method", request.method},
                           {"path", without_secret(request.path)},
                           {"status", response.status},
                           {"bytes", response.body.size()},
                           {"ms", milliseconds},
                           {"client", address},
                           {"request_id", request.request_id}};
    if (!response.fault.empty()) line["fault"] = response.fault;
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  }
  char figures[64];
  std::snprintf(figures, sizeof figures, " %d %zu B %.1f ms ", response.status,
                response.body.size(), milliseconds);
  std::string line = iso_time(now) + " " + printable(request.method) + " " +
                     printable(without_secret(request.path)) + figures + address + " " +
                     request.request_id;
  if (!response.fault.empty()) line += " fault: " + printable(response.fault);
  return line;
}

}  // namespace kb
