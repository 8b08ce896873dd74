#include "core/insights/article_use.h"

#include <gtest/gtest.h>

#include "core/insights/counter.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::RollupCell;
using store::Sql;

class ArticleUseOf : public store::StoreTest {
 protected:
  static RollupCell cell(std::int64_t day, std::string_view part, std::string_view object,
                         Counter counter, std::int64_t value) {
    RollupCell cell;
    cell.day = day;
    cell.part = part;
    cell.object = object;
    cell.counter = counter_name(counter);
    cell.value = value;
    return cell;
  }
  void put(std::int64_t day, const std::vector<RollupCell>& cells) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return store::put_day(sql, {day, 1, kRollupRules, 0}, cells);
    }));
  }
  ArticleUses read(std::int64_t from, std::int64_t to) {
    return store().read([&](Sql& sql) { return read_article_use(sql, {from, to}); }).value();
  }
};
KB_ON_BOTH_DATABASES(ArticleUseOf);

TEST_P(ArticleUseOf, IsSummedOverTheDays) {
  put(10, {cell(10, kArticlePart, "en/refund", Counter::views, 3),
           cell(10, kArticlePart, "en/refund", Counter::votes_no, 1),
           cell(10, kArticlePart, "en/refund", Counter::votes_no_unclear, 1),
           cell(10, kSitePart, "", Counter::votes_no, 9)});
  put(11, {cell(11, kArticlePart, "en/refund", Counter::views, 4),
           cell(11, kArticlePart, "pl/refund", Counter::reads, 2)});
  const auto uses = read(10, 11);
  ASSERT_EQ(uses.size(), 2U);
  EXPECT_EQ(uses.at("en/refund"), (ArticleUse{.views = 7, .votes_no = 1}));
  EXPECT_EQ(uses.at("pl/refund"), (ArticleUse{.reads = 2}));
  EXPECT_EQ(read(12, 20).size(), 0U);
}

TEST(ArticleUse, GivesShares) {
  ArticleUse use{.reads = 10, .votes_yes = 3, .votes_no = 1, .went_to_contact = 2};
  use.add({.reads = 1, .votes_yes = 1, .went_to_contact = 12});
  EXPECT_EQ(use.votes(), (Share{4, 5}));
  EXPECT_EQ(use.contact(), (Share{11, 11}));
}

}  // namespace
}  // namespace kb::insights
