#include "server/login/account_answer.h"

#include "core/store/sessions.h"
#include "core/store/users.h"
#include "server/login/login.h"
#include "server/page/account_page.h"

namespace kb {
namespace {

using store::Sql;

struct Faults {
  std::string current = {};
  std::string fresh = {};
};

http::Response account_page(const StaffRequest& staff, int status, const Faults& faults) {
  const auto sessions = staff.store.read([&](Sql& sql) {
    return store::list_sessions(sql, staff.identity.user, staff.center.clock.now());
  });
  if (!sessions) return staff.fault(sessions.error());
  page::AccountPage view{.staff = staff.site("account"),
                         .action = staff.url("/account"),
                         .user = staff.identity.name,
                         .role = std::string(store::role_name(staff.identity.role)),
                         .by_proxy = staff.identity.way == Identity::Way::proxy,
                         .current_fault = faults.current,
                         .new_fault = faults.fresh};
  for (const auto& session : *sessions)
    view.sessions.push_back({session.browser, session.address, session.created,
                             session.hash == staff.identity.session});
  return staff.page(status, page::render(staff.center.renderer, view));
}

Result<void> replace_password(const StaffRequest& staff, const std::string& kept) {
  return staff.store.write([&](Sql& sql) -> Result<void> {
    const auto& who = staff.identity;
    if (auto set = store::set_user_password(sql, who.user, kept); !set) return set;
    if (auto ended = store::end_sessions(sql, who.user, who.session); !ended)
      return fail(ended.error());
    return staff.audit(sql, "user.password", who.name);
  });
}

http::Response change_password(const StaffRequest& staff) {
  auto& login = *staff.center.login;
  const auto& name = staff.identity.name;
  const auto& address = staff.request.client_address;
  const auto fresh = staff.form.text("password");
  if (const auto fault = fault_of_password(fresh, name))
    return account_page(staff, 422, {.fresh = *fault});
  const auto user =
      staff.store.read([&](Sql& sql) { return store::find_user(sql, staff.identity.user); });
  if (!user) return staff.fault(user.error());
  if (const auto wait = login.throttle.begin(name, address)) {
    auto response = account_page(staff, 429, {.current = "account.password_wrong"});
    response.headers.push_back({"Retry-After", std::to_string(wait->count())});
    return response;
  }
  const auto checked =
      login.passwords.check(staff.form.text("current"), *user ? (*user)->password : "");
  if (!checked) return account_page(staff, 503, {.current = "login.busy"});
  if (!checked->right) return account_page(staff, 422, {.current = "account.password_wrong"});
  login.throttle.succeeded(name, address);
  const auto kept = login.passwords.keep(fresh);
  if (!kept) return account_page(staff, 503, {.fresh = "login.busy"});
  if (auto replaced = replace_password(staff, *kept); !replaced)
    return staff.fault(replaced.error());
  return staff.done("/account", "staff.done.password");
}

http::Response log_out_elsewhere(const StaffRequest& staff) {
  const auto ended = staff.store.write([&](Sql& sql) -> Result<void> {
    const auto& who = staff.identity;
    if (auto count = store::end_sessions(sql, who.user, who.session); !count)
      return fail(count.error());
    return staff.audit(sql, "logout.everywhere", who.name);
  });
  if (!ended) return staff.fault(ended.error());
  return staff.done("/account", "staff.done.everywhere");
}

}  // namespace

http::Response answer_account(const StaffRequest& staff) {
  if (staff.request.method != "POST") return account_page(staff, 200, {});
  if (staff.identity.way != Identity::Way::session)
    return staff.message(403, page::StaffMessage::Kind::forbidden);
  if (staff.form.text("do") == "password") return change_password(staff);
  if (staff.form.text("do") == "everywhere") return log_out_elsewhere(staff);
  return staff.not_found();
}

}  // namespace kb
