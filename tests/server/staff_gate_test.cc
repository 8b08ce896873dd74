#include "server/staff_gate.h"

#include <gmock/gmock.h>

#include "core/store/api_tokens.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;

class StaffGate : public StaffFixture {
 protected:
  static http::Response let_in(const StaffRequest& staff) {
    http::Response response;
    response.body = "hello " + staff.identity.name + staff.form.text("field");
    return response;
  }
  http::Response pass(const http::Request& asked, const Permission& permission) const {
    return answer_staff(center.center(), asked, Route{permission.page, "", ""}, permission, let_in);
  }
  static constexpr Permission kForm{Page::agent, "POST", Role::agent, {}, Csrf::token};
  static constexpr Permission kApi{Page::api_similar,       "POST",      Role::agent,
                                   ApiScope::search_agents, Csrf::token, true};
};

TEST_F(StaffGate, LetsFormsThroughWithTheirToken) {
  const auto ana = logged_in("ana", Role::agent);
  const auto sent = form("/agent", {{"field", "!"}, {"csrf", ana.csrf}}, ana);
  EXPECT_EQ(pass(sent, kForm).body, "hello ana!");
  const auto fetched = form("/agent", {}, ana, {{"X-KB-CSRF", ana.csrf}});
  EXPECT_EQ(pass(fetched, kForm).body, "hello ana");
}

TEST_F(StaffGate, StopsFormsThatAreNotTheirs) {
  const auto ana = logged_in("ana", Role::agent);
  const auto bob = logged_in("bob", Role::agent);
  const std::pair<const char*, http::Request> forged[] = {
      {"no token", form("/agent", {}, ana)},
      {"an empty one", form("/agent", {{"csrf", ""}}, ana)},
      {"a wrong one", form("/agent", {{"csrf", "guess"}}, ana)},
      {"another session's", form("/agent", {{"csrf", bob.csrf}}, ana)},
      {"a wrong one beside", form("/agent", {{"csrf", ana.csrf}}, ana, {{"X-KB-CSRF", "guess"}})},
      {"another site",
       form("/agent", {{"csrf", ana.csrf}}, ana, {{"Origin", "https://evil.example"}})},
      {"another site, said otherwise",
       form("/agent", {{"csrf", ana.csrf}}, ana, {{"Sec-Fetch-Site", "cross-site"}})}};
  for (const auto& [what, sent] : forged) {
    const auto refused = pass(sent, kForm);
    EXPECT_EQ(refused.status, 403) << what;
    EXPECT_THAT(refused.body, HasSubstr("This form is no longer valid")) << what;
    EXPECT_EQ(pass(sent, kApi).status, 403) << what;
    EXPECT_TRUE(pass(sent, kApi).problem) << what;
  }
}

TEST_F(StaffGate, StopsWhatIsNoForm) {
  const auto ana = logged_in("ana", Role::agent);
  auto sent = form("/agent", {{"csrf", ana.csrf}}, ana);
  sent.headers.back().value = "text/plain";
  EXPECT_EQ(pass(sent, kForm).status, 415);
  sent.headers.back().value = "application/json";
  sent.body = "{}";
  EXPECT_EQ(pass(sent, kForm).status, 403) << "its token comes as a header";
  sent.headers.push_back({"X-KB-CSRF", ana.csrf});
  EXPECT_EQ(pass(sent, kForm).status, 200);
}

// Somebody was away for long, filled in a form all the same, and came to an address without a page.
TEST_F(StaffGate, LeadsBackToThePageOfAForm) {
  const auto late = form("/agent/flag", {}, {}, {{"Referer", "https://help.example/agent?q=a"}});
  EXPECT_EQ(header(pass(late, kForm), "Location"), "/login?next=%2Fagent%3Fq%3Da");
  EXPECT_EQ(header(pass(form("/agent/flag", {}), kForm), "Location"), "/login?next=");
}

TEST_F(StaffGate, LetsTokensThroughByTheirScope) {
  const auto add = [&](const std::string& secret, const std::string& scope) {
    store::ApiToken token;
    token.name = "tool";
    token.scopes = {scope};
    ASSERT_TRUE(store().write(
        [&](store::Sql& sql) { return store::add_api_token(sql, token, hash_of_secret(secret)); }));
  };
  add("finds", "search:agents");
  add("hands-in", "tickets:write");
  const auto with = [](const std::string& bearer) {
    auto sent = request("/api/v1/similar", {}, {{"Authorization", "Bearer " + bearer}});
    sent.method = "POST";
    sent.headers.push_back({"Content-Type", "application/json"});
    sent.headers.push_back({"Origin", "https://elsewhere.example"});
    sent.body = "{}";
    return sent;
  };
  EXPECT_EQ(pass(with("finds"), kApi).body, "hello token tool");
  EXPECT_EQ(pass(with("hands-in"), kApi).status, 403);
  EXPECT_EQ(pass(with("finds"), kForm).status, 403) << "no page is for programs";
  const auto unknown = pass(with("guess"), kApi);
  EXPECT_EQ(unknown.status, 401);
  EXPECT_THAT(header(unknown, "WWW-Authenticate"), HasSubstr("Bearer"));
  EXPECT_EQ(unknown.cache_control, "no-store");
}

TEST_F(StaffGate, SaysThatTheStoreIsAway) {
  HelpCenterFixture without;
  const auto asked = request("/account");
  for (const auto* path : {"/account", "/login", "/admin/audit"}) {
    const auto answer = without.router().answer(request(path));
    EXPECT_EQ(answer.status, 503) << path;
    EXPECT_NE(header(answer, "Retry-After"), "") << path;
    EXPECT_THAT(answer.body, HasSubstr("pages are away")) << path;
  }
  const auto api =
      answer_staff(without.center(), asked, Route{Page::api_similar, "", ""}, kApi, let_in);
  EXPECT_EQ(api.status, 503);
  EXPECT_TRUE(api.problem);
}

}  // namespace
}  // namespace kb
