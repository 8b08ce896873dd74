#include "core/store/article_needs.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class ArticleNeeds : public StoreTest {
 protected:
  std::int64_t add(const std::string& question, const std::string& who, Time at,
                   const std::string& lang = "pl") {
    const auto added = store().write([&](Sql& sql) {
      return add_need(
          sql, {.lang = lang, .question = question, .ticket = "zendesk/7", .who = who, .at = at});
    });
    EXPECT_TRUE(added) << to_line(added.error());
    return added.value_or(0);
  }
  std::vector<std::string> list(int limit) {
    std::vector<std::string> questions;
    const auto needs = store().read([&](Sql& sql) { return list_needs(sql, "pl", limit); });
    for (const auto& need : needs.value()) questions.push_back(need.question);
    return questions;
  }
};
KB_ON_BOTH_DATABASES(ArticleNeeds);

TEST_P(ArticleNeeds, AreListedNewestFirst) {
  add("Gdzie jest gwarancja?", "ana", kNow);
  add("Czy jest zniżka?", "ana", kNow + 1h);
  add("Where is it?", "ana", kNow + 2h, "en");
  EXPECT_THAT(list(10), ElementsAre("Czy jest zniżka?", "Gdzie jest gwarancja?"));
  EXPECT_THAT(list(1), ElementsAre("Czy jest zniżka?"));
}

TEST_P(ArticleNeeds, AreOneHoweverOftenTheyAreSent) {
  const auto id = add("Gdzie?", "ana", kNow);
  EXPECT_EQ(add("Gdzie?", "ana", kNow + 1h), id);
  EXPECT_NE(add("Gdzie?", "ion", kNow), id);
}

}  // namespace
}  // namespace kb::store
