#include "server/agent/flags_answer.h"

#include "core/store/article_flags.h"
#include "tests/server/agent/agent_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

class Flags : public AgentFixture {
 protected:
  std::int64_t flag(const std::string& article) {
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_flag(sql, {.lang = "en",
                                   .article = article,
                                   .kind = store::FlagKind::unclear,
                                   .note = "Which days?",
                                   .who = "ion",
                                   .at = center.site.clock.now()});
    });
    return added.value();
  }
};

TEST_F(Flags, AreListedWithTheirArticle) {
  flag("billing/refund");
  flag("no/longer/there");
  const auto page = get("/agent/flags");
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Refunds [and] &lt;returns&gt;"), HasSubstr("Which days?"),
                    HasSubstr("/agent/preview/en/billing/refund"), HasSubstr("no/longer/there")));
}

TEST_F(Flags, AreClosedWithANote) {
  const auto id = std::to_string(flag("billing/refund"));
  const auto closed = post("/agent/flags", {{"id", id}, {"note", "Said which."}}, ana);
  EXPECT_EQ(header(closed, "Location"), "/agent/flags?done=flag_closed");
  EXPECT_THAT(get("/agent/flags?done=flag_closed").body,
              AllOf(HasSubstr("The flag is closed."), HasSubstr("No flags are open.")));
  EXPECT_THAT(audit_log(), ElementsAre("ana flag.close en/billing/refund"));

  const auto again = post("/agent/flags", {{"id", id}}, ana);
  EXPECT_EQ(header(again, "Location"), "/agent/flags?done=flag_gone");
  EXPECT_EQ(audit_log().size(), 1u);
}

TEST_F(Flags, OfANumberThatIsNoneAreGone) {
  for (const auto* id : {"", "x", "-1", "99999999999999999999"})
    EXPECT_EQ(header(post("/agent/flags", {{"id", id}}, ana), "Location"),
              "/agent/flags?done=flag_gone");
}

}  // namespace
}  // namespace kb
