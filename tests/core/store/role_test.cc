#include "core/store/role.h"

#include <gtest/gtest.h>

namespace kb::store {
namespace {

TEST(Role, HasANameAndIsReadFromIt) {
  for (const auto role : {Role::anyone, Role::agent, Role::writer, Role::admin})
    EXPECT_EQ(parse_role(role_name(role)).value(), role);
  EXPECT_EQ(role_name(Role::writer), "writer");
}

TEST(Role, MayDoWhatThoseBeforeItMay) {
  EXPECT_LT(Role::anyone, Role::agent);
  EXPECT_LT(Role::agent, Role::writer);
  EXPECT_LT(Role::writer, Role::admin);
}

TEST(Role, SaysWhichThereAre) {
  for (const char* wrong : {"", "Admin", "root", "writer "}) {
    const auto role = parse_role(wrong);
    ASSERT_FALSE(role) << wrong;
    EXPECT_EQ(role.error().hint, "it is one of agent, writer, admin");
  }
}

}  // namespace
}  // namespace kb::store
