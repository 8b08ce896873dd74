#include "server/delivery/mail_link.h"

#include "server/login/account_requests.h"

namespace kb {

std::string mail_link(const Config& config, const std::string& path) {
  const auto site = site_address(config);  // paths begin with the base path, as this ends
  return site.substr(0, site.size() - config.site.base_path.size()) + path;
}

bool sends_mail(const Config& config) {
  return !config.mail.smtp.empty() && !config.mail.from.empty();
}

}  // namespace kb
