#include "core/base/secrets.h"

#include <gtest/gtest.h>

#include <set>

namespace kb {
namespace {

TEST(Secrets, AreAsLongAsPromisedAndNeverTheSame) {
  std::set<std::string> seen;
  for (int i = 0; i < 1000; ++i) {
    const auto token = random_token();
    EXPECT_EQ(token.size(), 43U);
    EXPECT_EQ(token.find_first_of("+/="), std::string::npos) << token;
    seen.insert(token);
  }
  EXPECT_EQ(seen.size(), 1000U);
  EXPECT_EQ(random_key().size(), 64U);
  EXPECT_NE(random_key(), random_key());
}

TEST(Secrets, AKeyedHashDependsOnKeyAndText) {
  EXPECT_EQ(keyed_hash("key", "ana@shop.example"), keyed_hash("key", "ana@shop.example"));
  EXPECT_NE(keyed_hash("key", "ana@shop.example"), keyed_hash("another", "ana@shop.example"));
  EXPECT_NE(keyed_hash("key", "ana@shop.example"), keyed_hash("key", "ion@shop.example"));
  EXPECT_EQ(keyed_hash("", "").size(), 64U);
}

// BLAKE2b-256 of the empty text, as published with the function.
TEST(Secrets, AreHashedByBlake2b) {
  EXPECT_EQ(hash_of_secret(""), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Secrets, WhatIsSealedComesBackAsItWas) {
  const auto key = random_key();
  for (const std::string text : {"", "zwrot kosztów", std::string(5000, 'x').c_str()}) {
    const auto box = sealed(key, text);
    EXPECT_EQ(box.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                    "0123456789-_"),
              std::string::npos);
    EXPECT_EQ(unsealed(key, box), text);
  }
  EXPECT_NE(sealed(key, "again"), sealed(key, "again"));
}

TEST(Secrets, WhatWasChangedOrSealedByOthersIsNothing) {
  const auto key = random_key();
  auto box = sealed(key, "searched: refund");
  EXPECT_EQ(unsealed(random_key(), box), std::nullopt);
  for (const std::string other : {"", "short", "no base64 at all!"})
    EXPECT_EQ(unsealed(key, other), std::nullopt) << other;
  EXPECT_EQ(unsealed(key, box.substr(0, box.size() - 1)), std::nullopt);
  box[box.size() / 2] = box[box.size() / 2] == 'A' ? 'B' : 'A';
  EXPECT_EQ(unsealed(key, box), std::nullopt);
}

TEST(Secrets, AreEqualOnlyWhereEveryByteIs) {
  EXPECT_TRUE(equal_secrets("", ""));
  EXPECT_TRUE(equal_secrets("abc", "abc"));
  EXPECT_FALSE(equal_secrets("abc", "abd"));
  EXPECT_FALSE(equal_secrets("abc", "ab"));
}

}  // namespace
}  // namespace kb
