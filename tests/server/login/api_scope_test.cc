#include "server/login/api_scope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb {
namespace {

using testing::HasSubstr;

TEST(ApiScopes, AreNamedAndFoundByTheirNames) {
  for (const auto scope : all_scopes()) {
    const auto parsed = parse_scopes(scope_name(scope));
    ASSERT_TRUE(parsed) << scope_name(scope);
    EXPECT_EQ(*parsed, std::set{scope});
  }
}

TEST(ApiScopes, AreReadFromLists) {
  for (const auto* text : {"tickets:write,search:agents", " search:agents , tickets:write ",
                           "search:agents tickets:write search:agents"}) {
    const auto parsed = parse_scopes(text);
    ASSERT_TRUE(parsed) << text;
    EXPECT_EQ(scopes_text(*parsed), "search:agents,tickets:write") << text;
  }
}

TEST(ApiScopes, AreNoneOfOthers) {
  for (const auto* text : {"", " , ", "tickets", "tickets:write,all", "Tickets:write"}) {
    const auto parsed = parse_scopes(text);
    ASSERT_FALSE(parsed) << text;
    EXPECT_THAT(parsed.error().hint, HasSubstr("tickets:write")) << text;
  }
}

}  // namespace
}  // namespace kb
