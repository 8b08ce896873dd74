#include "server/login/audit_answer.h"

#include <gmock/gmock.h>

#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::HasSubstr;
using testing::Not;

class AuditLog : public StaffFixture {
 protected:
  void note(const std::string& who, const std::string& object) {
    store::AuditEntry entry;
    entry.at = center.site.clock.now();
    entry.who = who;
    entry.action = "article.flag";
    entry.object = object;
    ASSERT_TRUE(store().write([&](store::Sql& sql) { return store::append_audit(sql, entry); }));
  }
  const Browser ada = logged_in("ada", Role::admin);
};

TEST_F(AuditLog, IsShownNewestFirst) {
  note("ana", "en/first");
  note("bob", "en/<second>");
  const auto page = get("/admin/audit", ada).body;
  EXPECT_THAT(page, HasSubstr("en/&lt;second&gt;"));
  EXPECT_LT(page.find("en/&lt;second"), page.find("en/first"));
}

TEST_F(AuditLog, IsFilteredByWhoDidIt) {
  note("ana", "en/first");
  note("bob", "en/second");
  const auto page = get("/admin/audit?who=ana", ada).body;
  EXPECT_THAT(page, HasSubstr("en/first"));
  EXPECT_THAT(page, Not(HasSubstr("en/second")));
}

TEST_F(AuditLog, GoesOnOverPages) {
  for (int i = 1; i <= 101; ++i) note("ana", "en/no-" + std::to_string(i) + "-");
  const auto first = get("/admin/audit?who=ana", ada).body;
  EXPECT_THAT(first, HasSubstr("en/no-101-"));
  EXPECT_THAT(first, Not(HasSubstr("en/no-1-")));
  const auto begin = first.find("/admin/audit?who=ana&amp;before=");
  ASSERT_NE(begin, first.npos);
  auto older = first.substr(begin, first.find('"', begin) - begin);
  older.replace(older.find("&amp;"), 5, "&");
  const auto second = get(older, ada).body;
  EXPECT_THAT(second, HasSubstr("en/no-1-"));
  EXPECT_THAT(second, Not(HasSubstr("en/no-2-")));
  EXPECT_THAT(second, HasSubstr("Newest"));
  EXPECT_THAT(second, Not(HasSubstr("Older</a>")));
  EXPECT_EQ(get("/admin/audit?before=nonsense", ada).status, 200);
}

}  // namespace
}  // namespace kb
