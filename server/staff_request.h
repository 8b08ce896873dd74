// What a page for agents, writers or admins is made from, and what all of them have in common.
//
//   http::Response answer_agent(const StaffRequest& staff) {
//     if (staff.request.method != "POST")
//       return staff.page(200, page::render(staff.center.renderer, …));    // .staff =
//       staff.site("agent")
//     const auto flagged = staff.store.write([&](store::Sql& sql) -> Result<void> {
//       if (auto added = store::add_flag(sql, …); !added) return added;
//       return staff.audit(sql, "article.flag", "en/refund", "wrong");     // in the same
//       transaction
//     });
//     if (!flagged) return staff.fault(flagged.error());
//     return staff.done("/agent", "staff.done.flagged");                   // 303, then that text
//   }
//
// Made by staff_gate.h once permissions.h allowed the request and its CSRF token was right. Lives
// for one request, on one thread. Nothing of it fails but audit().

#pragma once

#include <string>
#include <string_view>

#include "core/store/store.h"
#include "server/form.h"
#include "server/help_center.h"
#include "server/http/message.h"
#include "server/login/identity.h"
#include "server/page/staff_message.h"
#include "server/route.h"

namespace kb {

struct StaffRequest {
  const HelpCenter& center;
  const http::Request& request;
  const Route& route;
  store::Store& store;
  Identity identity = {};
  Form form = {};         // of a POST that sent one
  std::string lang = {};  // of the interface: what the browser asks for, among those it has

  // What stands around the page. `section`: the current link of the header: "agent", "writer",
  // "gaps", "insights", "audit", "account", or "".
  page::StaffSite site(std::string_view section) const;
  std::string url(std::string_view path) const;  // "/agent" with the base path before it

  // Answers, all private: kept nowhere, framed nowhere.
  http::Response page(int status, std::string html) const;
  http::Response json(int status, std::string body) const;
  // 303 to `path` (without the base path), which then shows the text `what`, "staff.done.…".
  http::Response done(std::string_view path, std::string_view what) const;
  http::Response message(int status, page::StaffMessage::Kind kind) const;
  http::Response not_found() const;
  http::Response fault(const Error& error) const;  // 500; the cause goes to the log

  // One line of the audit log, to be written in the transaction of the change itself.
  Result<void> audit(store::Sql& sql, std::string_view action, std::string_view object,
                     std::string_view detail = {}) const;
};

// The same for who is not, or not yet, allowed in.
page::StaffSite staff_site(const HelpCenter& center, const http::Request& request,
                           const Identity& identity, std::string_view section);
http::Response staff_message(const HelpCenter& center, const http::Request& request,
                             const Identity& identity, int status, page::StaffMessage::Kind kind);

// No cache keeps the answer, no search engine shows it, no other site's page frames it.
void make_private(http::Response& response);

// The language of the interface that suits the browser.
std::string interface_language(const HelpCenter& center, const http::Request& request);

}  // namespace kb
