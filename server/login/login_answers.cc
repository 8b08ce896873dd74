#include "server/login/login_answers.h"

#include <optional>

#include "core/base/secrets.h"
#include "core/store/login_links.h"
#include "core/store/sessions.h"
#include "core/store/users.h"
#include "server/login/login.h"
#include "server/login/open_session.h"
#include "server/login/session_cookie.h"
#include "server/page/login_page.h"

namespace kb {
namespace {

using page::LoginFault;
using store::Sql;
using Why = page::StaffMessage::Kind;

bool is_safe(const StaffRequest& staff) {
  return cookie_kind(staff.request) != CookieKind::none;
}

http::Response redirect_to(const std::string& path) {
  auto response = http::redirect(303, path);
  make_private(response);
  return response;
}

http::Response login_page(const StaffRequest& staff, int status, LoginFault fault,
                          std::int64_t wait_seconds = 0) {
  page::LoginPage view{.staff = staff.site(""),
                       .action = staff.url("/login"),
                       .user = staff.form.text("name"),
                       .fault = fault,
                       .wait_seconds = wait_seconds};
  view.next =
      staff.form.has("next") ? staff.form.text("next") : std::string(staff.request.param("next"));
  auto response = staff.page(status, page::render(staff.center.renderer, view));
  if (wait_seconds > 0) response.headers.push_back({"Retry-After", std::to_string(wait_seconds)});
  return response;
}

// The account of that name; nothing where it may not log in by password.
Result<std::optional<store::User>> account_of(const StaffRequest& staff, const std::string& name) {
  const auto kept = store::user_name(name);
  if (!kept) return std::nullopt;
  auto user = staff.store.read([&](Sql& sql) { return store::find_user(sql, *kept); });
  if (user && *user && ((*user)->disabled || (*user)->password.empty())) *user = std::nullopt;
  return user;
}

Result<std::string> let_in(const StaffRequest& staff, const store::User& user,
                           const std::optional<std::string>& kept_anew) {
  return staff.store.write([&](Sql& sql) -> Result<std::string> {
    if (kept_anew)
      if (auto set = store::set_user_password(sql, user.id, *kept_anew); !set)
        return fail(set.error());
    StaffRequest as_user = staff;
    as_user.identity.name = user.name;
    if (auto told = as_user.audit(sql, "login", user.name); !told) return fail(told.error());
    return open_session(sql, staff, user);
  });
}

http::Response try_to_log_in(const StaffRequest& staff) {
  auto& login = *staff.center.login;
  const auto typed = staff.form.text("name");
  const auto name = store::user_name(typed).value_or(typed.substr(0, 100));
  const auto& address = staff.request.client_address;
  if (const auto wait = login.throttle.begin(name, address))
    return login_page(staff, 429, LoginFault::wait, wait->count());

  const auto user = account_of(staff, typed);
  if (!user) return staff.fault(user.error());
  const auto checked =
      login.passwords.check(staff.form.text("password"), *user ? (*user)->password : "");
  if (!checked) return login_page(staff, 503, LoginFault::busy, 2);
  if (!checked->right) return login_page(staff, 403, LoginFault::wrong);

  login.throttle.succeeded(name, address);
  const auto secret = let_in(staff, **user, checked->kept_anew);
  if (!secret) return staff.fault(secret.error());
  return with_session(redirect_to(place_after_login(staff, staff.form.text("next"))), staff,
                      *secret);
}

// Whose password the link lets one set; nothing where it was used, or is too old.
Result<std::optional<store::User>> owner_of_link(const StaffRequest& staff) {
  return staff.store.read([&](Sql& sql) -> Result<std::optional<store::User>> {
    const auto link =
        store::find_login_link(sql, hash_of_secret(staff.route.rest), staff.center.clock.now());
    if (!link) return fail(link.error());
    if (!*link) return std::nullopt;
    auto user = store::find_user(sql, (*link)->user_id);
    if (user && *user && (*user)->disabled) *user = std::nullopt;
    return user;
  });
}

http::Response link_page(const StaffRequest& staff, const store::User& user, int status,
                         const std::string& fault) {
  const page::LoginLinkPage view{.staff = staff.site(""),
                                 .action = staff.url("/login/link/" + staff.route.rest),
                                 .user = user.name,
                                 .fault = fault};
  return staff.page(status, page::render(staff.center.renderer, view));
}

// Nothing where somebody else has used the link in the meantime.
Result<std::optional<std::string>> use_link(const StaffRequest& staff, const store::User& user,
                                            const std::string& kept) {
  return staff.store.write([&](Sql& sql) -> Result<std::optional<std::string>> {
    const auto used =
        store::use_login_link(sql, hash_of_secret(staff.route.rest), staff.center.clock.now());
    if (!used) return fail(used.error());
    if (!*used) return std::nullopt;
    if (auto set = store::set_user_password(sql, user.id, kept); !set) return fail(set.error());
    if (auto ended = store::end_sessions(sql, user.id); !ended) return fail(ended.error());
    StaffRequest as_user = staff;
    as_user.identity.name = user.name;
    if (auto told = as_user.audit(sql, "user.password", user.name, "by link"); !told)
      return fail(told.error());
    auto secret = open_session(sql, staff, user);
    if (!secret) return fail(secret.error());
    return *secret;
  });
}

http::Response choose_password(const StaffRequest& staff, const store::User& user) {
  const auto password = staff.form.text("password");
  if (const auto fault = fault_of_password(password, user.name))
    return link_page(staff, user, 422, *fault);
  const auto kept = staff.center.login->passwords.keep(password);
  if (!kept) return link_page(staff, user, 503, "login.busy");
  const auto secret = use_link(staff, user, *kept);
  if (!secret) return staff.fault(secret.error());
  if (!*secret) return staff.message(404, Why::bad_link);
  return with_session(redirect_to(place_after_login(staff, "")), staff, **secret);
}

}  // namespace

http::Response answer_login(const StaffRequest& staff) {
  const bool sends = staff.request.method == "POST";
  if (!sends && staff.identity.way != Identity::Way::none)
    return redirect_to(place_after_login(staff, staff.request.param("next")));
  if (!is_safe(staff)) return staff.message(403, Why::insecure);
  return sends ? try_to_log_in(staff) : login_page(staff, 200, LoginFault::none);
}

http::Response answer_login_link(const StaffRequest& staff) {
  if (!is_safe(staff)) return staff.message(403, Why::insecure);
  const auto user = owner_of_link(staff);
  if (!user) return staff.fault(user.error());
  if (!*user) return staff.message(404, Why::bad_link);
  return staff.request.method == "POST" ? choose_password(staff, **user)
                                        : link_page(staff, **user, 200, "");
}

http::Response answer_logout(const StaffRequest& staff) {
  const auto ended = staff.store.write([&](Sql& sql) -> Result<void> {
    const auto count = store::end_session(sql, staff.identity.session);
    return count ? Result<void>() : fail(count.error());
  });
  if (!ended) return staff.fault(ended.error());
  auto response = redirect_to(staff.url("/login"));
  response.headers.push_back({"Set-Cookie", ended_cookie(cookie_kind(staff.request))});
  return response;
}

}  // namespace kb
