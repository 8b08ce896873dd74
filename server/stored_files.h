// Answers with what is not made for a reader: the pages' own assets, and the images and attachments
// of articles.
//
//   http::Response answer = answer_file(center, "9fb0…/hub-lights.svg");
//
// Both have a hash of the content in their address, so browsers keep them for ever. A file is
// served only while some article for everyone shows it. Thread-safe.

#pragma once

#include <string_view>

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_asset(const HelpCenter& center, const http::Request& request,
                            std::string_view name);
http::Response answer_file(const HelpCenter& center, std::string_view address);

// By the ending of the name; what browsers might run as a page is a download.
std::string_view content_type_of(std::string_view name);

}  // namespace kb
