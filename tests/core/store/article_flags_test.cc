#include "core/store/article_flags.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class ArticleFlags : public StoreTest {
 protected:
  std::int64_t add(const ArticleFlag& flag) {
    const auto added = store().write([&](Sql& sql) { return add_flag(sql, flag); });
    EXPECT_TRUE(added) << to_line(added.error());
    return added.value_or(0);
  }
  static ArticleFlag flag(const std::string& article, const std::string& owner, Time at = kNow) {
    return {.lang = "en",
            .article = article,
            .kind = FlagKind::outdated,
            .note = "renamed",
            .ticket = "zendesk/7",
            .owner = owner,
            .who = "ana",
            .at = at};
  }
  std::vector<std::string> open() {
    std::vector<std::string> lines;
    const auto flags = store().read([](Sql& sql) { return open_flags(sql); });
    for (const auto& each : flags.value())
      lines.push_back(each.owner + " " + each.article + " " + each.note);
    return lines;
  }
  bool close(std::int64_t id) {
    return store()
        .write([&](Sql& sql) { return close_flag(sql, id, "eva", "Mended", kNow); })
        .value();
  }
};
KB_ON_BOTH_DATABASES(ArticleFlags);

TEST_P(ArticleFlags, AreListedByOwnerTheOldestFirst) {
  add(flag("b", "eva", kNow + 1h));
  add(flag("a", "eva"));
  add(flag("c", ""));
  EXPECT_THAT(open(), ElementsAre(" c renamed", "eva a renamed", "eva b renamed"));
}

TEST_P(ArticleFlags, KeepWhatWasSaid) {
  auto kept = flag("a", "eva");
  kept.id = add(kept);
  EXPECT_EQ(*store().read([&](Sql& sql) { return find_open_flag(sql, kept.id); }).value(), kept);
}

// A form that is sent twice made two flags.
TEST_P(ArticleFlags, AreOneHoweverOftenTheyAreSent) {
  auto again = flag("a", "eva");
  const auto id = add(again);
  again.note = "renamed twice";
  EXPECT_EQ(add(again), id);
  again.who = "ion";
  EXPECT_NE(add(again), id);
  EXPECT_THAT(open(), ElementsAre("eva a renamed twice", "eva a renamed twice"));
}

TEST_P(ArticleFlags, AreClosedOnce) {
  const auto id = add(flag("a", "eva"));
  EXPECT_TRUE(close(id));
  EXPECT_FALSE(close(id));
  EXPECT_FALSE(close(id + 1));
  EXPECT_THAT(open(), ElementsAre());
  EXPECT_EQ(store().read([](Sql& sql) { return count_open_flags(sql); }).value(), 0);
  EXPECT_NE(add(flag("a", "eva")), id);  // it happened again
}

TEST(FlagKinds, HaveNames) {
  for (const auto kind :
       {FlagKind::wrong, FlagKind::outdated, FlagKind::unclear, FlagKind::missing})
    EXPECT_EQ(parse_flag_kind(flag_kind_name(kind)), kind);
  EXPECT_FALSE(parse_flag_kind("ugly"));
}

}  // namespace
}  // namespace kb::store
