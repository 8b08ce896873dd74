#include "server/login/account_requests.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class AccountRequests : public StaffFixture {
 protected:
  AccountDesk desk() {
    return {store(), center.center().login->passwords, center.site.clock, "https://help.example"};
  }
  Result<json> users(const json& request) { return answer_user_request(desk(), request); }
  Result<json> tokens(const json& request) { return answer_token_request(desk(), request); }
  std::optional<std::string> admin_link(bool by_proxy = false) {
    return first_admin_link(desk(), by_proxy).value();
  }
};

TEST_F(AccountRequests, AddUsersWithALink) {
  const auto answer = users({{"do", "add"}, {"name", "Ana"}, {"role", "writer"}});
  ASSERT_TRUE(answer) << to_line(answer.error());
  EXPECT_EQ(answer->at("user").at("name"), "ana");
  EXPECT_EQ(answer->at("user").at("role"), "writer");
  const std::string link = answer->at("link");
  EXPECT_THAT(link, StartsWith("https://help.example/login/link/"));
  EXPECT_EQ(get(link.substr(20)).status, 200);
  EXPECT_THAT(audit_log(), Contains("kb-server user.add ana"));
}

TEST_F(AccountRequests, AddUsersWithAPassword) {
  const auto answer =
      users({{"do", "add"}, {"name", "ana"}, {"role", "agent"}, {"password", "otter lamp canal"}});
  ASSERT_TRUE(answer) << to_line(answer.error());
  EXPECT_FALSE(answer->contains("link"));
  EXPECT_THAT(answer->dump(), Not(HasSubstr("argon2")));
  const auto in = post("/login", {{"name", "ana"}, {"password", "otter lamp canal"}}, {});
  EXPECT_EQ(in.status, 303);
}

TEST_F(AccountRequests, ChangeUsers) {
  users({{"do", "add"}, {"name", "ana"}}).value();
  const auto ana = browser_of(
      store().read([](store::Sql& sql) { return store::find_user(sql, "ana"); }).value().value());
  EXPECT_EQ(users({{"do", "role"}, {"name", "ana"}, {"role", "admin"}})->at("user").at("role"),
            "admin");
  EXPECT_EQ(get("/admin/audit", ana).status, 200);
  EXPECT_TRUE(users({{"do", "disable"}, {"name", "ana"}})->at("user").at("disabled"));
  EXPECT_EQ(get("/account", ana).status, 303);
  EXPECT_FALSE(users({{"do", "enable"}, {"name", "ana"}})->at("user").at("disabled"));
  EXPECT_EQ(get("/account", ana).status, 303) << "logs in anew";
  EXPECT_TRUE(users({{"do", "link"}, {"name", "ana"}})->contains("link"));
  EXPECT_EQ(users({{"do", "list"}})->at("users").size(), 1U);
  for (const auto* line : {"kb-server user.role ana", "kb-server user.disable ana",
                           "kb-server user.enable ana", "kb-server user.link ana"})
    EXPECT_THAT(audit_log(), Contains(line));
}

TEST_F(AccountRequests, RefuseWhatIsWrong) {
  users({{"do", "add"}, {"name", "ana"}}).value();
  for (const auto& request :
       {json{{"do", "dance"}}, json::object(), json{{"do", 7}},
        json{{"do", "add"}, {"name", "ana"}}, json{{"do", "add"}, {"name", "a b"}},
        json{{"do", "add"}, {"name", 7}}, json{{"do", "add"}, {"name", "bob"}, {"role", "king"}},
        json{{"do", "add"}, {"name", "bob"}, {"role", "anyone"}},
        json{{"do", "add"}, {"name", "bob"}, {"password", "short"}},
        json{{"do", "add"}, {"name", "bob"}, {"password", "password123"}},
        json{{"do", "role"}, {"name", "nobody"}, {"role", "admin"}},
        json{{"do", "link"}, {"name", "nobody"}}})
    EXPECT_FALSE(users(request)) << request;
  EXPECT_EQ(users({{"do", "list"}})->at("users").size(), 1U);
}

TEST_F(AccountRequests, GiveTokensOnce) {
  const auto answer =
      tokens({{"do", "add"}, {"name", "zendesk"}, {"scopes", "tickets:write"}, {"days", 90}});
  ASSERT_TRUE(answer) << to_line(answer.error());
  const std::string secret = answer->at("secret");
  EXPECT_THAT(secret, StartsWith("kb_"));
  EXPECT_EQ(answer->at("token").at("expires"), "2026-04-01T00:00:00Z");
  const auto list = tokens({{"do", "list"}}).value();
  EXPECT_THAT(list.dump(), Not(HasSubstr(secret)));
  EXPECT_TRUE(list.at("tokens").at(0).at("valid"));
  const auto id = list.at("tokens").at(0).at("id");
  EXPECT_TRUE(tokens({{"do", "revoke"}, {"id", id}}));
  EXPECT_FALSE(tokens({{"do", "list"}})->at("tokens").at(0).at("valid"));
  EXPECT_THAT(audit_log(), Contains("kb-server token.add zendesk"));
  for (const auto& request :
       {json{{"do", "add"}, {"name", "x"}, {"scopes", "all"}}, json{{"do", "add"}, {"name", "x"}},
        json{{"do", "add"}, {"name", ""}, {"scopes", "gaps:read"}},
        json{{"do", "revoke"}, {"id", 4711}}, json{{"do", "dance"}}})
    EXPECT_FALSE(tokens(request)) << request;
}

TEST_F(AccountRequests, LeadTheFirstAdminIn) {
  const auto first = admin_link();
  ASSERT_TRUE(first);
  const auto second = admin_link();  // a new start, nobody came yet
  ASSERT_TRUE(second);
  EXPECT_EQ(get(first->substr(20)).status, 404) << "the newest is good";
  EXPECT_EQ(post(second->substr(20), {{"password", "otter lamp canal"}}, {}).status, 303);
  EXPECT_FALSE(admin_link());
  EXPECT_EQ(users({{"do", "list"}})->at("users").size(), 1U);
}

TEST_F(AccountRequests, MakeNobodyAnAdminByTheirName) {
  users({{"do", "add"}, {"name", "admin"}, {"role", "agent"}}).value();
  EXPECT_FALSE(admin_link());
  users({{"do", "add"}, {"name", "ada"}, {"role", "admin"}}).value();
  EXPECT_TRUE(admin_link()) << "she has no password yet";
  EXPECT_FALSE(admin_link(true)) << "she needs none where a proxy logs her in";
}

TEST(SiteAddress, IsConfiguredOrWhereItListens) {
  Config config;
  config.server.listen = "0.0.0.0:8080";
  EXPECT_EQ(site_address(config), "http://localhost:8080");
  EXPECT_EQ(site_address(config, "127.0.0.1:1234"), "http://127.0.0.1:1234");
  config.server.listen = "[::]:8080";
  EXPECT_EQ(site_address(config), "http://localhost:8080");
  config.site.base_path = "/help";
  config.site.base_url = "https://help.example";
  EXPECT_EQ(site_address(config, "127.0.0.1:1234"), "https://help.example/help");
}

}  // namespace
}  // namespace kb
