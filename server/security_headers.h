// What browsers are told not to do on our pages and with our files.
//
//   response.headers = page_security_headers({"www.youtube-nocookie.com"}, {"'sha256-…'"});
//
// Pages: scripts and styles of this site only, none inline; frames only of the named video hosts.
// Pages for the team besides: their addresses are told to no other site, and only the sites that
// are named may show the panel that is made for it. Files: whatever is in them (a script in an
// SVG), nothing runs. Pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "server/http/message.h"

namespace kb {

// `style_sources`: of the styles that stand in pages, as in server/page/style_sheet.h.
std::vector<http::Field> page_security_headers(const std::vector<std::string>& video_hosts,
                                               const std::vector<std::string>& style_sources);
std::vector<http::Field> file_security_headers();

// `frame_ancestors`: sites whose pages may show this one; none for all but /agent/panel.
std::vector<http::Field> staff_security_headers(
    const std::vector<std::string>& video_hosts, const std::vector<std::string>& style_sources,
    const std::vector<std::string>& frame_ancestors = {});

}  // namespace kb
