#include "server/security_headers.h"

namespace kb {

namespace {

std::string page_policy(const std::vector<std::string>& video_hosts,
                        const std::vector<std::string>& style_sources,
                        const std::string& frame_ancestors) {
  std::string policy =
      "default-src 'none'; script-src 'self'; img-src 'self' https: data:; connect-src 'self'; "
      "form-action 'self'; base-uri 'none'; frame-ancestors " +
      frame_ancestors + "; style-src 'self'";
  for (const auto& source : style_sources) policy += " " + source;
  if (!video_hosts.empty()) policy += "; frame-src";
  for (const auto& host : video_hosts) policy += " https://" + host;
  return policy;
}

}  // namespace

std::vector<http::Field> page_security_headers(const std::vector<std::string>& video_hosts,
                                               const std::vector<std::string>& style_sources) {
  return {{"Content-Security-Policy", page_policy(video_hosts, style_sources, "'none'")},
          {"Referrer-Policy", "strict-origin-when-cross-origin"}};
}

std::vector<http::Field> staff_security_headers(const std::vector<std::string>& video_hosts,
                                                const std::vector<std::string>& style_sources,
                                                const std::vector<std::string>& frame_ancestors) {
  std::string ancestors;
  for (const auto& site : frame_ancestors) ancestors += (ancestors.empty() ? "" : " ") + site;
  if (ancestors.empty()) ancestors = "'none'";
  return {{"Content-Security-Policy", page_policy(video_hosts, style_sources, ancestors)},
          {"Referrer-Policy", "same-origin"}};
}

std::vector<http::Field> file_security_headers() {
  return {{"Content-Security-Policy",
           "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"}};
}

}  // namespace kb
