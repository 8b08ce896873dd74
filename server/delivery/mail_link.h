// Addresses in mails: whole ones, of the site as kb.yaml names it.
//
//   mail_link(config, urls.contact_ticket("ro", token))
//       -> "https://help.fernway.example/ro/contact/x7Fq…"
//   sends_mail(config)                      // is there somebody to send them?
//
// Never of the host that a request names: whoever forged it would have us mail their link to
// somebody else. Without site.base_url it is where the server listens. Pure, thread-safe.

#pragma once

#include <string>

#include "core/base/config.h"

namespace kb {

std::string mail_link(const Config& config, const std::string& path);
bool sends_mail(const Config& config);

}  // namespace kb
