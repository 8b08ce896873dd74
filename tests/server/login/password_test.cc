#include "server/login/password.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace kb {
namespace {

using testing::StartsWith;

TEST(Passwords, AreKeptAsArgon2id) {
  Passwords passwords(Passwords::Cost::least);
  const auto kept = passwords.keep("otter lamp canal");
  ASSERT_TRUE(kept);
  EXPECT_THAT(*kept, StartsWith("$argon2id$"));
  EXPECT_NE(*kept, passwords.keep("otter lamp canal").value()) << "each has its own salt";
}

TEST(Passwords, AreCheckedAgainstWhatIsKept) {
  Passwords passwords(Passwords::Cost::least);
  const auto kept = passwords.keep("otter lamp canal").value();
  EXPECT_TRUE(passwords.check("otter lamp canal", kept)->right);
  EXPECT_FALSE(passwords.check("otter lamp canal", kept)->kept_anew);
  for (const auto& wrong : {std::string("otter lamp cana"), std::string("Otter lamp canal"),
                            std::string(), std::string(100'000, 'x')})
    EXPECT_FALSE(passwords.check(wrong, kept)->right);
}

// An account without a password, made by a proxy, would have let in whoever sent none.
TEST(Passwords, AreNeverRightWithoutOneKept) {
  Passwords passwords(Passwords::Cost::least);
  for (const auto* kept : {"", "no hash"})
    for (const auto* typed : {"", "no hash", "otter lamp canal"})
      EXPECT_FALSE(passwords.check(typed, kept)->right);
}

TEST(Passwords, AreKeptAnewAtTodaysCost) {
  Passwords cheap(Passwords::Cost::least);
  const auto kept = cheap.keep("otter lamp canal").value();
  Passwords dear(Passwords::Cost::interactive);
  const auto checked = dear.check("otter lamp canal", kept);
  ASSERT_TRUE(checked && checked->right && checked->kept_anew);
  EXPECT_THAT(*checked->kept_anew, StartsWith("$argon2id$v=19$m=65536,"));
  const auto again = dear.check("otter lamp canal", *checked->kept_anew);
  EXPECT_TRUE(again->right);
  EXPECT_FALSE(again->kept_anew);
  EXPECT_FALSE(dear.check("wrong", kept)->kept_anew) << "only who knows it has it kept anew";
}

TEST(Passwords, AreCheckedByManyAtOnce) {
  Passwords passwords(Passwords::Cost::least);
  const auto kept = passwords.keep("otter lamp canal").value();
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i)
    threads.emplace_back([&] {
      for (int j = 0; j < 20; ++j) EXPECT_TRUE(passwords.check("otter lamp canal", kept)->right);
    });
  for (auto& thread : threads) thread.join();
}

struct Case {
  std::string password, fault;
};
class NewPasswords : public testing::TestWithParam<Case> {};
TEST_P(NewPasswords, AreGoodEnoughOrNot) {
  EXPECT_EQ(fault_of_password(GetParam().password, "margareta.pop").value_or(""), GetParam().fault);
}
INSTANTIATE_TEST_SUITE_P(
    Rules, NewPasswords,
    testing::Values(Case{"otter lamp", ""}, Case{"otter lam", "account.password_short"},
                    Case{"żółćżółćżó", "account.password_common"},  // ten characters, repeated
                    Case{"żółćgęśląk", ""}, Case{"żółćgęślą", "account.password_short"},
                    Case{std::string(50, 'a') + "otter" + std::string(145, 'b'), ""},
                    Case{std::string(56, 'a') + "otter" + std::string(140, 'b'),
                         "account.password_long"},
                    Case{"Password2026!", "account.password_common"},
                    Case{"margareta.pop", "account.password_common"}));

}  // namespace
}  // namespace kb
