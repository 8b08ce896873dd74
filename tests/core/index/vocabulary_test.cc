#include "core/index/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kb::index {
namespace {

using testing::HasSubstr;

constexpr Time kNoon{std::chrono::seconds{1'767'268'800}};
using std::chrono::hours;

TEST(Vocabulary, IsReadAsItWasWritten) {
  Vocabularies all;
  all["en"].synonyms = {{{"refund", "money back"}, {}, 2}, {{"wifi"}, {"wireless network"}, 5}};
  all["en"].pins = {{{"black friday"}, {"billing/offers"}, kNoon, kNoon + hours{24}, 1},
                    {{"help"}, {"a", "b"}, {}, {}, 4}};
  all["ro"].stopwords = {{"vă rog", 1}};
  all["zh-TW"] = {};
  const auto read = decode_vocabularies(encode(all));
  ASSERT_TRUE(read) << to_line(read.error());
  EXPECT_EQ(*read, all);
  EXPECT_TRUE(read->at("en").synonyms[0].two_way());
  EXPECT_FALSE(read->at("en").synonyms[1].two_way());
}

TEST(Vocabulary, MayBeOfNobody) {
  EXPECT_EQ(decode_vocabularies(encode({})), Vocabularies());
  EXPECT_TRUE(Vocabulary().empty());
  EXPECT_FALSE((Vocabulary{.synonyms = {}, .pins = {}, .stopwords = {{"please", 1}}}).empty());
}

TEST(Vocabulary, IsAnErrorWhereItIsDamaged) {
  const Vocabularies all{{"en", {{{{"a", "b"}, {}, 1}}, {}, {}}}};
  const std::string bytes = encode(all);
  for (const auto& bad : {std::string(), bytes.substr(0, bytes.size() / 2), std::string("[1]"),
                          std::string("{\"en\": {}}"), std::string("{\"en\": 3}")}) {
    const auto read = decode_vocabularies(bad);
    ASSERT_FALSE(read) << bad;
    EXPECT_THAT(read.error().what, HasSubstr("the vocabulary is damaged"));
    EXPECT_THAT(read.error().hint, HasSubstr("--full"));
  }
}

TEST(Pins, ApplyFromTheirBeginningToTheirEnd) {
  Pin pin;
  EXPECT_TRUE(pin.applies_at(kNoon));
  pin.from = kNoon;
  pin.until = kNoon + hours{24};
  EXPECT_FALSE(pin.applies_at(kNoon - std::chrono::seconds{1}));
  EXPECT_TRUE(pin.applies_at(kNoon));
  EXPECT_TRUE(pin.applies_at(kNoon + hours{24} - std::chrono::seconds{1}));
  EXPECT_FALSE(pin.applies_at(kNoon + hours{24}));
}

}  // namespace
}  // namespace kb::index
