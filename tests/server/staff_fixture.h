// A help center with a store, and browsers in which somebody is logged in.
//
//   class Flags : public StaffFixture {};
//   TEST_F(Flags, ShowTheOwner) {
//     const auto ana = logged_in("ana", Role::agent);
//     EXPECT_EQ(get("/agent", ana).status, 200);
//     EXPECT_EQ(post("/agent/flag", {{"id", "refund"}}, ana).status, 303);   // with its CSRF token
//
// Requests come over TLS from 203.0.113.7, by way of a trusted proxy. Not thread-safe.

#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/base/secrets.h"
#include "core/store/audit.h"
#include "core/store/sessions.h"
#include "core/store/users.h"
#include "server/login/identity.h"
#include "tests/server/help_center_fixture.h"

namespace kb {

// What a browser keeps of a log-in; empty: nobody is logged in.
struct Browser {
  std::string secret = {};
  std::string csrf = {};
};

class StaffFixture : public testing::Test {
 protected:
  using Fields = std::vector<http::Field>;

  StaffFixture() { center.open_store(); }

  store::Store& store() { return *center.center().store(); }

  store::User add_user(const std::string& name, Role role, const std::string& password = {}) {
    std::string kept;
    if (!password.empty()) kept = center.center().login->passwords.keep(password).value();
    auto user = store().write([&](store::Sql& sql) {
      return store::add_user(sql, {.name = name,
                                   .full_name = {},
                                   .role = role,
                                   .password = kept,
                                   .created = center.site.clock.now()});
    });
    EXPECT_TRUE(user) << to_line(user.error());
    return user.value_or(store::User{});
  }

  Browser browser_of(const store::User& user) {
    const Browser browser{random_token(), random_token()};
    const auto now = center.site.clock.now();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_session(sql, {.hash = hash_of_secret(browser.secret),
                                      .user_id = user.id,
                                      .csrf = browser.csrf,
                                      .created = now,
                                      .expires = now + std::chrono::hours{12},
                                      .address = "203.0.113.7",
                                      .browser = "Firefox, Linux"});
    });
    EXPECT_TRUE(added) << to_line(added.error());
    return browser;
  }

  Browser logged_in(const std::string& name, Role role) { return browser_of(add_user(name, role)); }

  static http::Request request(const std::string& target, const Browser& browser = {},
                               Fields headers = {}) {
    auto request = HelpCenterFixture::request(target, std::move(headers));
    request.client_address = "203.0.113.7";
    request.peer_address = "127.0.0.1";
    request.host = "help.example";
    request.secure = true;
    if (!browser.secret.empty())
      request.headers.push_back({"Cookie", "theme=dark; __Host-kb=" + browser.secret});
    return request;
  }

  static http::Request form(const std::string& target, const Fields& fields,
                            const Browser& browser = {}, Fields headers = {}) {
    auto sent = request(target, browser, std::move(headers));
    sent.method = "POST";
    sent.headers.push_back({"Content-Type", "application/x-www-form-urlencoded"});
    for (const auto& [name, value] : fields) add_field(sent.body, name, value);
    return sent;
  }

  http::Response answer(const http::Request& asked) const { return center.router().answer(asked); }
  http::Response get(const std::string& target, const Browser& browser = {}) const {
    return answer(request(target, browser));
  }
  // As the page's own form: with the token, from this site.
  http::Response post(const std::string& target, Fields fields, const Browser& browser) const {
    if (!browser.csrf.empty()) fields.push_back({"csrf", browser.csrf});
    return answer(form(target, fields, browser, {{"Origin", "https://help.example"}}));
  }

  // The audit log, newest first: "ana article.flag en/refund".
  std::vector<std::string> audit_log() {
    const auto entries =
        store().read([](store::Sql& sql) { return store::list_audit(sql, {}, 1000); });
    EXPECT_TRUE(entries) << to_line(entries.error());
    std::vector<std::string> lines;
    for (const auto& entry : entries.value())
      lines.push_back(entry.who + " " + entry.action + " " + entry.object);
    return lines;
  }

  HelpCenterFixture center;

 private:
  static void add_field(std::string& body, const std::string& name, const std::string& value) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    body += (body.empty() ? "" : "&") + name + "=";
    for (const char c : value) {
      const auto byte = static_cast<unsigned char>(c);
      body += '%';
      body += kDigits[byte / 16];
      body += kDigits[byte % 16];
    }
  }
};

}  // namespace kb
