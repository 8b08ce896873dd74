// What a mail says, out of its MIME parts: the plain text where there is one, else the HTML.
//
//   MimeText body = read_mime_body(header, text_behind_the_header);
//   body.text      // UTF-8, whatever the mail's charset and transfer encoding
//
// Attachments are left out. Lenient: a part that is cut off counts as far as it goes, nesting is
// followed five levels deep. Pure, thread-safe.

#pragma once

#include <string>
#include <string_view>

#include "core/tickets/mail_header.h"

namespace kb::tickets {

struct MimeText {
  std::string text;
  bool is_html = false;
};

MimeText read_mime_body(const MailHeader& header, std::string_view body);

}  // namespace kb::tickets
