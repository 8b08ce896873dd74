#include "core/store/audit.h"

#include <gmock/gmock.h>

#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
constexpr Time kNow{std::chrono::seconds(1780000000)};

class Audit : public StoreTest {
 protected:
  void SetUp() override {
    StoreTest::SetUp();
    ASSERT_FALSE(HasFatalFailure());
    append("ana", "user.add", "ion", kNow);
    append("ion", "ticket.link", "zendesk/7", kNow + 1h);
    append("ana", "user.role", "ion", kNow + 2h);
    append("ana", "user.add", "eva", kNow + 3h);
  }
  void append(const std::string& who, const std::string& action, const std::string& object,
              Time at) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) {
      return append_audit(sql, {.at = at, .who = who, .action = action, .object = object});
    }));
  }
  std::vector<AuditEntry> list(const AuditFilter& filter, int limit = 10) {
    return store().read([&](Sql& sql) { return list_audit(sql, filter, limit); }).value();
  }
  std::string seen(const AuditFilter& filter) {
    std::string text;
    for (const auto& entry : list(filter)) text += entry.who + " " + entry.object + ", ";
    return text;
  }
};
KB_ON_BOTH_DATABASES(Audit);

TEST_P(Audit, IsListedNewestFirst) {
  EXPECT_EQ(seen({}), "ana eva, ana ion, ion zendesk/7, ana ion, ");
}

TEST_P(Audit, IsFiltered) {
  EXPECT_EQ(seen({.who = "ion"}), "ion zendesk/7, ");
  EXPECT_EQ(seen({.action = "user.add"}), "ana eva, ana ion, ");
  EXPECT_EQ(seen({.who = "ana", .object = "ion"}), "ana ion, ana ion, ");
  EXPECT_EQ(seen({.from = kNow + 2h}), "ana eva, ana ion, ");
  EXPECT_EQ(seen({.until = kNow + 2h}), "ion zendesk/7, ana ion, ");
  EXPECT_EQ(seen({.who = "' OR 1=1 --"}), "");
}

TEST_P(Audit, IsReadPageByPage) {
  const auto first = list({}, 3);
  ASSERT_EQ(first.size(), 3U);
  const auto second = list({.before = first.back().id}, 3);
  ASSERT_EQ(second.size(), 1U);
  EXPECT_EQ(second[0].at, kNow);
}

}  // namespace
}  // namespace kb::store
