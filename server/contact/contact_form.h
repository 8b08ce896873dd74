// The contact form as it is shown: empty, or again with all that was typed and what is wrong.
//
//   FormState state{.message = message, .opening = opening, .trail = trail, .faults = faults};
//   return show_form(context, 422, state);
//
// Thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/contact/contact_desk.h"
#include "server/contact/contact_message.h"
#include "server/events/trail.h"
#include "server/http/message.h"
#include "server/page/contact_page.h"
#include "server/pages/page_context.h"

namespace kb {

struct FormState {
  ContactMessage message = {};
  Opening opening = {};
  Trail trail = {};
  bool send_trail = true;
  std::vector<std::string> seen = {};
  std::vector<page::ContactFault> faults = {};
  page::ContactNotice notice = page::ContactNotice::none;
  std::int64_t wait_minutes = 0;
};

http::Response show_form(const PageContext& context, int status, const FormState& state);

// As pages carry it on.
page::ContactFields fields_of(const PageContext& context, const FormState& state);

// Draws whether this opening shows suggestions, and notes it.
Opening open_form(const PageContext& context, const std::string& category, const Trail& trail);

// What was typed is this visitor's alone, and stays in the browser's history.
http::Response own_page(http::Response response);

}  // namespace kb
