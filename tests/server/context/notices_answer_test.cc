#include "server/context/notices_answer.h"

#include <gmock/gmock.h>

#include "core/base/date.h"
#include "core/store/notices.h"
#include "tests/server/gaps/synonym_fixture.h"
#include "tests/server/page/page_rules.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

constexpr const char* kNotices = "/writer/notices";

class NoticesAnswer : public StaffFixture {
 protected:
  NoticesAnswer() {
    center.site.write("en/delivery/late.md", "# Late parcels\n");
    center.site.write("en/secret.md", "---\naudience: agents\n---\n# Secret\n");
    center.publish();
    ana = logged_in("ana", Role::writer);
  }
  std::string day(int from_today) const {
    return iso_date(center.site.clock.now() + std::chrono::days{from_today});
  }
  Fields notice(const Fields& other = {}) const {
    Fields fields = {{"do", "add"},
                     {"text", "Parcels are late"},
                     {"lang", "en"},
                     {"article", "/en/a/delivery/late"},
                     {"until", day(3)}};
    for (const auto& [name, value] : other)
      for (auto& field : fields)
        if (field.name == name) field.value = value;
    return fields;
  }
  std::vector<store::Notice> kept() {
    return store().read([](store::Sql& sql) { return store::notices_on(sql, 0); }).value();
  }
  Browser ana;
};

TEST_F(NoticesAnswer, PinsAndRemoves) {
  EXPECT_THAT(get(kNotices, ana).body, HasSubstr("Nothing is pinned"));
  EXPECT_EQ(post(kNotices, notice(), ana).status, 303);
  ASSERT_EQ(kept().size(), 1U);
  EXPECT_EQ(kept()[0].article, "en/delivery/late");
  EXPECT_EQ(kept()[0].who, "ana");
  const auto page = get(kNotices, ana);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, HasSubstr("Parcels are late"));
  EXPECT_THAT(page.body, HasSubstr(">Late parcels</a>"));
  EXPECT_THAT(get("/en/").body, HasSubstr("Parcels are late")) << "at once";
  const auto id = std::to_string(kept()[0].id);
  const auto removed = post(kNotices, {{"do", "remove"}, {"id", id}}, ana);
  EXPECT_THAT(header(removed, "Location"), HasSubstr("done=notice_removed"));
  EXPECT_TRUE(kept().empty());
  EXPECT_THAT(get("/en/").body, Not(HasSubstr("Parcels are late")));
  const auto again = post(kNotices, {{"do", "remove"}, {"id", id}}, ana);
  EXPECT_THAT(header(again, "Location"), HasSubstr("done=notice_gone"));
  EXPECT_THAT(audit_log(), ElementsAre("ana notice.remove " + id, "ana notice.add " + id));
}

struct Wrong {
  std::string name, value, fault;
};

TEST_F(NoticesAnswer, SaysWhatIsWrongAndKeepsTheRest) {
  for (const auto& [name, value, fault] :
       {Wrong{"text", " ", "notice-text-fault"},
        Wrong{"text", std::string(141, 'x'), "notice-text-fault"},
        Wrong{"lang", "xx", "notice-lang-fault"},
        Wrong{"article", "en/none", "notice-article-fault"},
        Wrong{"article", "en/secret", "notice-article-fault"},
        Wrong{"until", "soon", "notice-until-fault"}, Wrong{"until", day(-1), "notice-until-fault"},
        Wrong{"until", day(500), "notice-until-fault"}}) {
    const auto response = post(kNotices, notice({{name, value}}), ana);
    EXPECT_EQ(response.status, 422) << name << " " << value;
    EXPECT_EQ(page::broken_rules(response.body), "") << name;
    EXPECT_THAT(response.body, HasSubstr("id=\"" + fault + "\"")) << value;
    if (name == "article") continue;
    EXPECT_THAT(response.body, HasSubstr("/en/a/delivery/late"));
  }
  EXPECT_TRUE(kept().empty());
}

TEST_F(NoticesAnswer, TakesAnyWayToNameAnArticle) {
  const auto generation = center.searchers().generation();
  for (const auto* typed : {"en/delivery/late", "/help/en/a/delivery/late", "/en/a/delivery/late",
                            "https://help.example/help/en/a/delivery/late?q=1#top"})
    EXPECT_EQ(notice_article(*generation, "/help", typed, center.site.clock.now()),
              "en/delivery/late")
        << typed;
  for (const auto* typed : {"late", "/en/c/delivery", "https://help.example", "", "xx-!/late"})
    EXPECT_EQ(notice_article(*generation, "", typed, center.site.clock.now()), "") << typed;
}

class NoticesForGaps : public SynonymFixture {
 protected:
  std::string form() {
    find_gaps();
    const auto body = get("/writer/notices?gap=" + std::to_string(gaps().at(0).id), ana).body;
    return body.substr(std::min(body.size(), body.find("id=\"notices-add\"")));
  }
};

// The form came with what customers typed.
TEST_F(NoticesForGaps, LeaveTheTextToTheWriter) {
  const auto page = form();
  EXPECT_THAT(page, HasSubstr("name=\"text\" value=\"\""));
  EXPECT_THAT(page, HasSubstr("zwrot kasy</bdi>")) << "what it is for";
  EXPECT_THAT(page, HasSubstr("<option value=\"pl\" selected>"));
  EXPECT_THAT(page, HasSubstr("name=\"article\" value=\"pl/billing/refund\""));
}

// It came with the nearest article, too, where none answers.
TEST_F(NoticesForGaps, LeadNowhereWhereNothingAnswers) {
  center.site.write("pl/billing/refund.md", "---\naudience: agents\n---\n# Zwrot kosztów\n");
  center.site.write("pl/shop/till.md", "# Kasy w sklepie\n\nSą przy wyjściu.\n");
  center.publish();
  EXPECT_THAT(form(), HasSubstr("name=\"article\" value=\"\""));
}

TEST_F(NoticesAnswer, AreForWriters) {
  EXPECT_EQ(get(kNotices, logged_in("ion", Role::agent)).status, 403);
  EXPECT_EQ(get(kNotices).status, 303);
  EXPECT_THAT(get("/writer", ana).body, HasSubstr("href=\"/writer/notices\""));
}

}  // namespace
}  // namespace kb
