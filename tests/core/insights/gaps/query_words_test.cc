#include "core/insights/gaps/query_words.h"

#include <gmock/gmock.h>

namespace kb::insights {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(QueryWords, AreSmallAndWithoutPunctuation) {
  EXPECT_THAT(query_words("Jak zwrócić  „Kasę”?"), ElementsAre("jak", "zwrócić", "kasę"));
  EXPECT_THAT(query_words("¿Dónde está mi pedido #1042?"),
              ElementsAre("dónde", "está", "mi", "pedido", "1042"));
  EXPECT_THAT(query_words("возврат — деньги"), ElementsAre("возврат", "деньги"));
  EXPECT_THAT(query_words("返品、返金"), ElementsAre("返品", "返金"));
  EXPECT_THAT(query_words(" ?! "), IsEmpty());
  EXPECT_THAT(query_words("a\xFF"), ElementsAre("a"));
}

struct Case {
  std::string_view a, b;
  bool are;
};
class AlikeWords : public testing::TestWithParam<Case> {};

TEST_P(AlikeWords, AreAsExpected) {
  EXPECT_EQ(alike(GetParam().a, GetParam().b), GetParam().are);
  EXPECT_EQ(alike(GetParam().b, GetParam().a), GetParam().are);
}

INSTANTIATE_TEST_SUITE_P(
    Spellings, AlikeWords,
    testing::Values(Case{"zwrot", "zwroty", true}, Case{"plati", "plăți", true},
                    Case{"refudn", "refund", true}, Case{"invoice", "invoices", true},
                    Case{"kasy", "kosztów", false}, Case{"refund", "return", false},
                    Case{"card", "carts", false}, Case{"a", "b", false},
                    Case{"e1042", "e1043", false}, Case{"e1042", "e1042", true}, Case{"", "", true},
                    Case{"", "refund", false}));

TEST(QueryWords, HavePhrasesSideBySide) {
  const QueryWords words = {"how", "to", "get", "money", "back"};
  EXPECT_TRUE(has_phrase(words, {"money", "back"}));
  EXPECT_FALSE(has_phrase(words, {"back", "money"}));
  EXPECT_FALSE(has_phrase(words, {"get", "back"}));
}

}  // namespace
}  // namespace kb::insights
