#include "server/login/open_session.h"

#include <algorithm>
#include <chrono>

#include "core/base/secrets.h"
#include "core/store/login_links.h"
#include "core/store/sessions.h"
#include "server/login/browser_name.h"
#include "server/login/request_origin.h"
#include "server/login/session_cookie.h"

namespace kb {
namespace {

std::chrono::hours lifetime_of(const StaffRequest& staff) {
  return std::chrono::hours{staff.center.config.login.session_hours};
}

}  // namespace

Result<std::string> open_session(store::Sql& sql, const StaffRequest& staff,
                                 const store::User& user) {
  const Time now = staff.center.clock.now();
  if (auto ended = store::end_session(sql, hash_of_secret(session_secret(staff.request))); !ended)
    return fail(ended.error());
  if (auto ended = store::end_expired_sessions(sql, now); !ended) return fail(ended.error());
  if (auto gone = store::remove_expired_login_links(sql, now); !gone) return fail(gone.error());
  auto secret = random_token();
  const auto added =
      store::add_session(sql, {.hash = hash_of_secret(secret),
                               .user_id = user.id,
                               .csrf = random_token(),
                               .created = now,
                               .expires = now + lifetime_of(staff),
                               .address = staff.request.client_address,
                               .browser = browser_name(staff.request.header("User-Agent"))});
  if (!added) return fail(added.error());
  return secret;
}

http::Response with_session(http::Response response, const StaffRequest& staff,
                            const std::string& secret) {
  // The cookie outlives the session that slides on with use; the store says when that ends.
  response.headers.push_back(
      {"Set-Cookie",
       session_cookie(cookie_kind(staff.request), secret,
                      std::max<std::chrono::seconds>(std::chrono::days{30}, lifetime_of(staff)))});
  return response;
}

std::string place_after_login(const StaffRequest& staff, std::string_view next) {
  auto path = safe_next(next, staff.center.urls.base_path());
  if (!path.empty()) return path;
  const bool has_console = find_route("/agent").page == Page::agent;
  return staff.url(has_console ? "/agent" : "/account");
}

}  // namespace kb
