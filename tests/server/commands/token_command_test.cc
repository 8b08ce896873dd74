#include "server/commands/token_command.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "tests/server/commands/command_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class TokenCommand : public SiteCommand {};

TEST_F(TokenCommand, ShowsATokenOnce) {
  const auto added = run(
      {"token", "add", "zendesk", "--scope", "tickets:write,search:agents", "--expires", "90d"});
  EXPECT_EQ(added.status, 0) << added.err;
  const auto secret = last_line(added.out);
  EXPECT_THAT(secret, StartsWith("kb_"));
  const auto list = run({"token", "list"}).out;
  EXPECT_THAT(list, HasSubstr("zendesk"));
  EXPECT_THAT(list, HasSubstr("search:agents,tickets:write"));
  EXPECT_THAT(list, Not(HasSubstr(secret)));
}

TEST_F(TokenCommand, RevokesATokenForGood) {
  run({"token", "add", "zendesk", "--scope", "tickets:write"});
  const auto listed = nlohmann::json::parse(run({"token", "list", "--json"}).out);
  EXPECT_TRUE(listed.at("tokens").at(0).at("expires").is_null());
  const auto id = std::to_string(listed.at("tokens").at(0).at("id").get<int>());
  EXPECT_EQ(run({"token", "revoke", id}).status, 0);
  EXPECT_THAT(run({"token", "list"}).out, HasSubstr("revoked"));
}

TEST_F(TokenCommand, SaysWhatItCannotDo) {
  EXPECT_THAT(run({"token", "add", "x", "--scope", "all"}).err, HasSubstr("tickets:write"));
  for (const auto* days : {"soon", "0d", "-1d", "90 days", "90w"})
    EXPECT_THAT(run({"token", "add", "x", "--scope", "gaps:read", "--expires", days}).err,
                HasSubstr("90d"))
        << days;
  EXPECT_EQ(run({"token", "revoke", "4711"}).status, 2);
  EXPECT_EQ(run({"token", "add", "x"}).status, 2);
  EXPECT_EQ(run({"token"}).status, 2);
}

}  // namespace
}  // namespace kb
