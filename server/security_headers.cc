#include "server/security_headers.h"

namespace kb {

std::vector<http::Field> page_security_headers(const std::vector<std::string>& video_hosts,
                                               const std::vector<std::string>& style_sources) {
  std::string policy =
      "default-src 'none'; script-src 'self'; img-src 'self' https: data:; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'self'";
  for (const auto& source : style_sources) policy += " " + source;
  if (!video_hosts.empty()) policy += "; frame-src";
  for (const auto& host : video_hosts) policy += " https://" + host;
  return {{"Content-Security-Policy", policy},
          {"Referrer-Policy", "strict-origin-when-cross-origin"}};
}

std::vector<http::Field> file_security_headers() {
  return {{"Content-Security-Policy",
           "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"}};
}

}  // namespace kb
