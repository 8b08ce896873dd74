#include "server/staff_gate.h"

#include "core/base/secrets.h"
#include "server/http/field_value.h"
#include "server/login/identify.h"
#include "server/login/request_origin.h"
#include "server/login/session_cookie.h"

namespace kb {
namespace {

using Why = page::StaffMessage::Kind;

// One answer that says no: as a problem to programs, as a page to people.
http::Response refusal(const StaffRequest& staff, bool is_api, int status, Why why,
                       const char* detail) {
  if (!is_api) return staff.message(status, why);
  auto response = http::problem(status, detail);
  make_private(response);
  if (status == 503) response.headers.push_back({"Retry-After", "10"});
  return response;
}

http::Response store_is_away(const HelpCenter& center, const http::Request& request, bool is_api) {
  if (!is_api) return staff_message(center, request, {}, 503, Why::away);
  auto response = http::problem(503, "The store cannot be reached; the log says why.");
  response.headers.push_back({"Retry-After", "10"});
  return response;
}

// Where to go on to afterwards: here or, for what was sent from a form, to the page of that form.
std::string_view place_to_return_to(const http::Request& request) {
  if (request.method != "POST") return request.target;
  const auto page = request.header("Referer");
  const auto host = page.find("://");
  const auto path = host == page.npos ? page.npos : page.find('/', host + 3);
  return path == page.npos ? std::string_view() : page.substr(path);
}

http::Response ask_to_log_in(const StaffRequest& staff, bool is_api) {
  if (is_api) {
    auto response = http::problem(401, "Send an API token: `Authorization: Bearer …`.");
    response.headers.push_back({"WWW-Authenticate", "Bearer realm=\"Answerwell\""});
    make_private(response);
    return response;
  }
  auto response = http::redirect(303, staff.center.urls.login(place_to_return_to(staff.request)));
  make_private(response);
  return response;
}

bool has_token(const StaffRequest& staff) {
  const auto& expected = staff.identity.csrf;
  if (expected.empty()) return false;
  const auto in_header = staff.request.header("X-KB-CSRF");
  return equal_secrets(in_header.empty() ? staff.form.text("csrf") : std::string(in_header),
                       expected);
}

bool is_really_theirs(const StaffRequest& staff, Csrf csrf) {
  if (csrf == Csrf::none || staff.identity.way == Identity::Way::token) return true;
  if (!comes_from_this_site(staff.request, staff.center.config.site.base_url)) return false;
  return csrf == Csrf::origin || has_token(staff);
}

bool sends_json(const http::Request& request) {
  const auto type = request.header("Content-Type");
  return http::equals_ignoring_case(http::trim_blanks(type.substr(0, type.find(';'))),
                                    "application/json");
}

}  // namespace

http::Response answer_staff(const HelpCenter& center, const http::Request& request,
                            const Route& route, const Permission& permission, StaffAnswer answer) {
  store::Store* store = center.store();
  if (!store) return store_is_away(center, request, permission.is_api);
  StaffRequest staff{center, request, route, *store};
  staff.lang = interface_language(center, request);

  auto identity = identify(center, *store, request);
  if (!identity) {
    auto response = store_is_away(center, request, permission.is_api);
    response.fault = to_line(identity.error());
    return response;
  }
  staff.identity = std::move(*identity);
  if (!allows(permission, staff.identity)) {
    if (staff.identity.way == Identity::Way::none) return ask_to_log_in(staff, permission.is_api);
    return refusal(staff, permission.is_api, 403, Why::forbidden,
                   "This is for another role or scope.");
  }
  if (request.method == "POST" && !request.body.empty() && !sends_json(request)) {
    auto form = Form::parse(request);
    if (!form) return http::problem(415, to_line(form.error()) + ".");
    staff.form = std::move(*form);
  }
  if (!is_really_theirs(staff, permission.csrf))
    return refusal(staff, permission.is_api, 403, Why::stale,
                   "The request does not come from a page of this site, or its token is old.");
  return answer(staff);
}

}  // namespace kb
