#include "server/login/common_passwords.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

TEST(CommonPasswords, AreRefused) {
  for (const auto* password :
       {"password", "Password123", "PASSWORD!!", "2024password", "qwertyuiop", "1234567890",
        "0987654321", "aaaaaaaaaaaa", "abcabcabcabc", "1212121212", "haslo12345", "parola2026",
        "Passwort1!", "1q2w3e4r5t", "iloveyou22", "administrator"})
    EXPECT_TRUE(is_common_password(password)) << password;
}

TEST(CommonPasswords, AreNotThoseThatNobodyElseHas) {
  for (const auto* password :
       {"otter lamp canal", "correct horse battery", "Tr0ub4dor&3xq", "zażółć gęślą",
        "пароль из трёх слов", "password of the otter", "k3VzQ9-mPx"})
    EXPECT_FALSE(is_common_password(password)) << password;
}

}  // namespace
}  // namespace kb
