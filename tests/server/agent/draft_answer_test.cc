#include "server/agent/draft_answer.h"

#include "tests/server/agent/agent_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

class Draft : public AgentFixture {};

TEST_F(Draft, IsMadeFromAMessage) {
  const auto page =
      ask("Dzień dobry,\nczy zwrot pieniędzy może trafić na inną kartę?\n"
          "Piszcie na ion@example.com",
          {{"do", "draft"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("title: &quot;czy zwrot pieniędzy może trafić na inną kartę&quot;"),
                    HasSubstr("category: &quot;billing&quot;"), HasSubstr("lang: &quot;pl&quot;"),
                    HasSubstr("owner: &quot;ana&quot;"), HasSubstr("draft: true"),
                    HasSubstr("updated: 2026-01-01")));
  // The message itself goes along for the download; the draft has none of the address.
  const auto draft = page.body.substr(page.body.find("id=\"draft-text\""));
  EXPECT_THAT(draft, Not(HasSubstr("example.com")));
}

TEST_F(Draft, IsMadeFromATicket) {
  const auto page = get("/agent/draft/zendesk/3");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("title: &quot;Zwrot na inną kartę&quot;"),
                               HasSubstr("origin: {ticket: &quot;zendesk/3&quot;}"),
                               HasSubstr("Zwrot trafia zawsze na kartę")));
}

TEST_F(Draft, IsAFile) {
  const auto file = ask("", {{"do", "draft_file"}, {"ticket", "zendesk/3"}});
  EXPECT_EQ(file.status, 200);
  EXPECT_EQ(file.content_type, "text/markdown; charset=utf-8");
  EXPECT_THAT(header(file, "Content-Disposition"),
              HasSubstr("filename*=UTF-8''zwrot-na-inn%C4%85-kart%C4%99.md"));
  EXPECT_THAT(file.body, testing::StartsWith("---\ntitle: \"Zwrot na inną kartę\"\n"));
}

TEST_F(Draft, IsNotMadeWhereNothingCanBeRedacted) {
  center.site.config.redact.patterns["order"] = "(";
  EXPECT_EQ(get("/agent/draft/zendesk/3").status, 500);
}

}  // namespace
}  // namespace kb
