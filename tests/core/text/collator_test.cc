#include "core/text/collator.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace kb::text {
namespace {

struct Case {
  std::string lang;
  std::vector<std::string> in_order;
};

class Order : public testing::TestWithParam<Case> {};

TEST_P(Order, IsTheLanguagesOwn) {
  const Collator collator(GetParam().lang);
  auto words = GetParam().in_order;
  std::reverse(words.begin(), words.end());
  std::sort(words.begin(), words.end(), [&](const auto& a, const auto& b) {
    return collator.sort_key(a) < collator.sort_key(b);
  });
  EXPECT_EQ(words, GetParam().in_order);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, Order,
    testing::Values(Case{"de", {"Apfel", "Ärger", "Birne"}},
                    Case{"sv", {"Apelsin", "Zebra", "Ärta"}}, Case{"pl", {"lato", "łata", "mapa"}},
                    Case{"ro", {"sac", "șal", "tac"}}, Case{"ru", {"елка", "ёлка", "жук"}},
                    Case{"en", {"step 2", "step 10"}}, Case{"no-such", {"a", "b"}}));

}  // namespace
}  // namespace kb::text
