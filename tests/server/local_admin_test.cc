#include "server/local_admin.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class LocalAdmin : public StaffFixture {
 protected:
  http::Request command(const std::string& path, const json& body) {
    auto sent = HelpCenterFixture::request(
        path, {{"Authorization", "Bearer " + center.center().login->local_token}});
    sent.method = "POST";
    sent.host = "127.0.0.1:8080";
    sent.peer_address = sent.client_address = "127.0.0.1";
    sent.body = body.dump();
    return sent;
  }
  const json list = {{"do", "list"}};
};

TEST_F(LocalAdmin, AnswersCommands) {
  const auto added = answer(command("/local/users", {{"do", "add"}, {"name", "ana"}}));
  ASSERT_EQ(added.status, 200) << added.body;
  EXPECT_THAT(json::parse(added.body).at("link").get<std::string>(),
              HasSubstr("http://127.0.0.1:8080/login/link/"));
  EXPECT_EQ(json::parse(answer(command("/local/users", list)).body).at("users").size(), 1U);
  EXPECT_EQ(json::parse(answer(command("/local/tokens", list)).body).at("tokens").size(), 0U);
  EXPECT_EQ(added.cache_control, "no-store");
}

TEST_F(LocalAdmin, TakesTickets) {
  const auto key = answer(command("/local/tickets", {{"ask", "customer_key"}}));
  ASSERT_EQ(key.status, 200) << key.body;
  EXPECT_EQ(json::parse(key.body).at("customer_key").get<std::string>().size(), 64U);
}

TEST_F(LocalAdmin, SaysWhatIsWrong) {
  EXPECT_EQ(answer(command("/local/users", {{"do", "dance"}})).status, 422);
  EXPECT_EQ(answer(command("/local/users", json::array())).status, 422);
  EXPECT_EQ(answer(command("/local/tickets", {{"ask", "the moon"}})).status, 422);
  EXPECT_EQ(answer(command("/local/nothing", list)).status, 404);
}

TEST_F(LocalAdmin, IsNotThereForOthers) {
  const auto refuses = [&](auto&& changed) {
    auto sent = command("/local/users", list);
    changed(sent);
    return answer(sent).status == 404;
  };
  EXPECT_TRUE(refuses([](auto& r) { r.headers.clear(); }));
  EXPECT_TRUE(refuses([](auto& r) { r.headers[0].value = "Bearer guess"; }));
  EXPECT_TRUE(refuses([](auto& r) { r.headers[0].value = "Bearer "; }));
  EXPECT_TRUE(refuses([](auto& r) { r.headers.push_back({"X-Forwarded-For", "127.0.0.1"}); }));
  EXPECT_TRUE(refuses([](auto& r) { r.headers.push_back({"Via", "1.1 proxy"}); }));
  EXPECT_TRUE(refuses([](auto& r) { r.client_address = "203.0.113.7"; }));
  EXPECT_TRUE(refuses([](auto& r) { r.peer_address = r.client_address = "203.0.113.7"; }));
  EXPECT_TRUE(refuses([](auto& r) { r.host = "help.example"; }));
  EXPECT_FALSE(refuses([](auto&) {}));
  EXPECT_EQ(get("/local/users").status, 405);
}

TEST_F(LocalAdmin, IsReachedWhereTheServerListens) {
  center.site.config.server.listen = "192.0.2.5:8080";
  auto sent = command("/local/users", list);
  sent.host = "192.0.2.5:8080";
  sent.peer_address = sent.client_address = "192.0.2.5";
  EXPECT_EQ(answer(sent).status, 200);
  sent.client_address = "203.0.113.7";
  EXPECT_EQ(answer(sent).status, 404);
}

TEST_F(LocalAdmin, IsThereWithoutTheBasePathToo) {
  center.site.config.site.base_path = "/help";
  center.start();
  EXPECT_EQ(answer(command("/local/users", list)).status, 200);
  EXPECT_EQ(answer(command("/help/local/users", list)).status, 200);
}

TEST_F(LocalAdmin, NeedsAStore) {
  HelpCenterFixture without;
  EXPECT_EQ(without.router().answer(command("/local/users", list)).status, 404);
}

}  // namespace
}  // namespace kb
