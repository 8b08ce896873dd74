// GET /api/v1/widget?lang=: what templates/assets/widget.js needs to begin: its words, what is
// pinned, whether messages are taken, whether to tell what visitors do.
//
//   {"lang": "pl", "dir": "ltr", "content_lang": "pl", "site": "Fernway Help", "texts": {"open":
//   "Pomoc", …},
//    "contact": "form", "contact_url": "/pl/contact", "events": true, "notices": […]}
//
// Words are those of the interface's language nearest to the one asked for, `content_lang` is the
// nearest that has articles. The same for everybody, so caches may keep it for a while.
// Thread-safe.

#pragma once

#include "server/help_center.h"
#include "server/http/message.h"

namespace kb {

http::Response answer_widget(const HelpCenter& center, const http::Request& request);

}  // namespace kb
