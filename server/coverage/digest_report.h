// The weekly digest as a command prints it: from the store and the live index, without a server.
//
//   auto text = digest_report(config, "text", clock.now());     // "text", "html", "json"
//
// In the site's own language, as the mail is. Only reads, also while a server runs. An Error for a
// format that is none, a store that is away, templates that are not there.

#pragma once

#include <string>
#include <string_view>

#include "core/base/clock.h"
#include "core/base/config.h"
#include "core/base/result.h"

namespace kb {

Result<std::string> digest_report(const Config& config, std::string_view format, Time now);

}  // namespace kb
