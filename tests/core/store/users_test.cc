#include "core/store/users.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

constexpr Time kNow{std::chrono::seconds(1780000000)};

class Users : public StoreTest {
 protected:
  User add(const std::string& name, Role role = Role::agent) {
    auto user = store().write([&](Sql& sql) {
      return add_user(sql, {.name = name, .full_name = "A. Person", .role = role, .created = kNow});
    });
    EXPECT_TRUE(user) << to_line(user.error());
    return user ? *user : User{};
  }
};
KB_ON_BOTH_DATABASES(Users);

TEST_P(Users, AreFoundByNameAndNumber) {
  const User ana = add("ana", Role::writer);
  EXPECT_GT(ana.id, 0);
  for (const char* name : {"ana", "Ana", "ANA"})
    EXPECT_EQ(store().read([&](Sql& sql) { return find_user(sql, name); }).value(), ana) << name;
  EXPECT_EQ(store().read([&](Sql& sql) { return find_user(sql, ana.id); }).value(), ana);
  EXPECT_EQ(store().read([](Sql& sql) { return find_user(sql, "ion"); }).value(), std::nullopt);
  EXPECT_EQ(store().read([](Sql& sql) { return find_user(sql, "not a name"); }).value(),
            std::nullopt);
}

TEST_P(Users, HaveNamesOfTheirOwn) {
  add("Ana");
  const auto again = store().write([](Sql& sql) { return add_user(sql, {.name = "aNA"}); });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().what, "there is a user ana already");
}

TEST_P(Users, AreListedByName) {
  add("ion");
  add("ana");
  const auto users = store().read([](Sql& sql) { return list_users(sql); }).value();
  std::string names;
  for (const User& user : users) names += user.name + " ";
  EXPECT_EQ(names, "ana ion ");
}

TEST_P(Users, AreChanged) {
  const auto id = add("ana").id;
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_role(sql, id, Role::admin); }));
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_password(sql, id, "hash"); }));
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_disabled(sql, id, true); }));
  const auto user = store().read([&](Sql& sql) { return find_user(sql, id); }).value();
  EXPECT_EQ(user->role, Role::admin);
  EXPECT_EQ(user->password, "hash");
  EXPECT_TRUE(user->disabled);
}

TEST_P(Users, WhoAreNotThereCannotBeChanged) {
  EXPECT_FALSE(store().write([](Sql& sql) { return set_user_role(sql, 7, Role::admin); }));
  EXPECT_FALSE(store().write([](Sql& sql) { return set_user_password(sql, 7, "hash"); }));
  EXPECT_FALSE(store().write([](Sql& sql) { return set_user_disabled(sql, 7, true); }));
}

TEST_P(Users, AreCountedByRoleWhereTheyMayLogIn) {
  add("ana", Role::admin);
  const auto id = add("ion", Role::admin).id;
  const auto admins = [&] {
    return store().read([](Sql& sql) { return count_users(sql, Role::admin); }).value();
  };
  EXPECT_EQ(admins(), 2);
  KB_ASSERT_DONE(store().write([&](Sql& sql) { return set_user_disabled(sql, id, true); }));
  EXPECT_EQ(admins(), 1);
}

TEST(UserName, IsWrittenSmallAndWithoutSpaces) {
  EXPECT_EQ(user_name("Ana.Pop@shop.example").value(), "ana.pop@shop.example");
  EXPECT_EQ(user_name("ștefan").value(), "ștefan");
  for (const std::string& wrong :
       {std::string(), std::string("a b"), std::string("a\nb"), std::string(101, 'x')})
    EXPECT_FALSE(user_name(wrong)) << wrong;
}

}  // namespace
}  // namespace kb::store
