// /{lang}/contact: the form, what it sends, and what may make sending needless.
//
//   GET                     the form; ?category=, and what begins a trail (contact_trail.h)
//   POST do=check           without JavaScript: suggestions first, if there are any
//   POST do=send            a ticket; 303 to its private page
//   POST do=back            the form again, with all that was typed
//   POST solved=en/refund   that article solved it: no ticket
//   POST do=clicked         a script tells that a suggestion was opened; 204
//
// What was typed is shown again whatever goes wrong. Where there is no form it is a page that does
// not exist. Thread-safe.

#pragma once

#include "server/http/message.h"
#include "server/pages/page_context.h"

namespace kb {

http::Response answer_contact(const PageContext& context);

bool has_contact_form(const HelpCenter& center);

}  // namespace kb
