#include "server/commands/user_command.h"

#include <gmock/gmock.h>

#include <iostream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "core/store/store.h"
#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class UserCommand : public SiteCommand {};

TEST_F(UserCommand, MakesAccountsAndLinks) {
  const auto added = run({"user", "add", "Ana", "--role", "writer", "--full-name", "Ana Pop"});
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(last_line(added.out), StartsWith("http://127.0.0.1:8080/login/link/"));
  const auto list = run({"user", "list"});
  EXPECT_THAT(list.out, HasSubstr("ana"));
  EXPECT_THAT(list.out, HasSubstr("writer"));
  EXPECT_THAT(list.out, HasSubstr("Ana Pop"));
  EXPECT_THAT(list.out, HasSubstr("no password yet"));
}

TEST_F(UserCommand, TakesAPasswordFromStandardInput) {
  std::istringstream input("otter lamp canal\nmore\n");
  auto* before = std::cin.rdbuf(input.rdbuf());
  const auto added = run({"user", "add", "ana", "--password-stdin"});
  std::cin.rdbuf(before);
  EXPECT_EQ(added.status, 0) << added.err;
  EXPECT_THAT(added.out, Not(HasSubstr("link")));
  EXPECT_THAT(run({"user", "list"}).out, Not(HasSubstr("no password yet")));
}

TEST_F(UserCommand, ChangesAccounts) {
  run({"user", "add", "ana"});
  EXPECT_EQ(run({"user", "role", "ana", "admin"}).status, 0);
  EXPECT_THAT(run({"user", "list"}).out, HasSubstr("admin"));
  EXPECT_EQ(run({"user", "disable", "ana"}).status, 0);
  EXPECT_THAT(run({"user", "list"}).out, HasSubstr("disabled"));
  EXPECT_EQ(run({"user", "enable", "ana"}).status, 0);
  EXPECT_THAT(run({"user", "link", "ana"}).out, HasSubstr("/login/link/"));
  const auto listed = nlohmann::json::parse(run({"user", "list", "--json"}).out);
  EXPECT_EQ(listed.at("users").at(0).at("role"), "admin");
}

TEST_F(UserCommand, SaysWhatItCannotDo) {
  run({"user", "add", "ana"});
  EXPECT_THAT(run({"user", "add", "ana"}).err, HasSubstr("ana"));
  EXPECT_THAT(run({"user", "add", "bob", "--role", "king"}).err, HasSubstr("writer"));
  EXPECT_THAT(run({"user", "role", "nobody", "admin"}).err, HasSubstr("no user 'nobody'"));
  for (const auto& arguments : std::vector<std::vector<std::string>>{
           {"user"}, {"user", "add"}, {"user", "role", "ana"}, {"user", "dance"}})
    EXPECT_EQ(run(arguments).status, 2);
}

TEST_F(UserCommand, SaysWhoHoldsTheStore) {
  const auto held = store::Store::open("sqlite:" + database(), store::Store::Access::write);
  ASSERT_TRUE(held) << to_line(held.error());
  const auto refused = run({"user", "list"});
  EXPECT_EQ(refused.status, 2);
  EXPECT_THAT(refused.err, HasSubstr("in use"));
}

}  // namespace
}  // namespace kb
