#include "server/agent/console.h"

#include <nlohmann/json.hpp>

#include "core/store/agent_links.h"
#include "core/store/article_flags.h"
#include "core/store/article_needs.h"
#include "tests/server/agent/agent_fixture.h"
#include "tests/server/page/page_rules.h"

namespace kb {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

const std::string kMessage =
    "Dzień dobry,\nodesłałem hub dwa tygodnie temu, zwrot pieniędzy nie doszedł na kartę.\n"
    "Jak długo to trwa?\n"
    "Pozdrawiam";

class Console : public AgentFixture {};

TEST_F(Console, SaysHowItIsUsed) {
  const auto page = get("/agent");
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Paste what the customer wrote"), HasSubstr("autofocus")));
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_EQ(page.cache_control, "no-store");
}

TEST_F(Console, IsForAgentsOnly) {
  EXPECT_EQ(StaffFixture::get("/agent").status, 303);
  for (const auto role : {Role::writer, Role::admin})
    EXPECT_EQ(
        StaffFixture::get("/agent", logged_in("x" + std::to_string(static_cast<int>(role)), role))
            .status,
        200);
}

TEST_F(Console, FindsArticlesAndTicketsForAMessage) {
  const auto page = ask(kMessage, {{"ticket", "1042"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Detected: Polish"),
                    HasSubstr("data-link=\"https://help.example/pl/a/billing/refund#"),
                    HasSubstr("value=\"link pl/billing/refund#"), HasSubstr("Asked 2 times"),
                    HasSubstr("/agent/preview/pl/billing/refund"), HasSubstr("Payments"),
                    HasSubstr("value=\"1042\"")));
}

// Messages hold personal data: no address, no log may have them.
TEST_F(Console, KeepsTheMessageOutOfAddresses) {
  const auto page = ask(kMessage);
  EXPECT_THAT(page.body, AllOf(Not(HasSubstr("?q=")), HasSubstr("method=\"post\"")));
  EXPECT_EQ(audit_log(), std::vector<std::string>{});
}

TEST_F(Console, TakesAFewWordsFromTheAddress) {
  EXPECT_THAT(get("/agent?q=parcel").body,
              HasSubstr("data-link=\"https://help.example/en/a/parcel"));
}

TEST_F(Console, SuggestsForATicketThatTheStoreKnows) {
  EXPECT_THAT(get("/agent?ticket=zendesk/1").body,
              AllOf(HasSubstr("/pl/a/billing/refund"), HasSubstr("value=\"zendesk/1\"")));
}

TEST_F(Console, SaysThatNothingWasFound) {
  EXPECT_THAT(ask("qwxyz").body,
              AllOf(HasSubstr("Nothing was found"), HasSubstr("value=\"need\"")));
}

TEST_F(Console, SaysThatATextIsTooLong) {
  const auto page = ask(std::string(20'001, 'x'));
  EXPECT_EQ(page.status, 413);
  EXPECT_THAT(page.body, HasSubstr("20,001 characters"));
  EXPECT_EQ(page::broken_rules(page.body), "");
}

TEST_F(Console, SaysThatTheSearchFailed) {
  const auto folder = center.site.live()->database({"en", Audience::everyone})->folder;
  for (const auto& file : std::filesystem::directory_iterator(folder))
    if (file.path().extension() == ".glass") std::filesystem::resize_file(file.path(), 10);
  const auto page = ask("refund");
  EXPECT_EQ(page.status, 500);
  EXPECT_NE(page.fault, "");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Search is not working"), Not(HasSubstr("Nothing was"))));
}

TEST_F(Console, EscapesWhatACustomerWrote) {
  const auto page = ask("</textarea><script>alert(1)</script> refund");
  EXPECT_THAT(page.body, Not(HasSubstr("<script>alert")));
  EXPECT_EQ(page::broken_rules(page.body), "");
}

TEST_F(Console, NotesALinkAndShowsTheResultsAgain) {
  const auto page = ask(kMessage, {{"ticket", "zendesk/77"}, {"do", "link pl/billing/refund#x"}});
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Noted: linked in ticket zendesk/77."),
                               HasSubstr("/pl/a/billing/refund")));
  EXPECT_THAT(audit_log(), ElementsAre("ana article.link pl/billing/refund"));
}

TEST_F(Console, AnswersItsScriptWithWordsAlone) {
  const auto answer = note({{"do", "link pl/billing/refund#"}, {"ticket", ""}});
  EXPECT_EQ(answer.content_type, "application/json");
  EXPECT_EQ(nlohmann::json::parse(answer.body)["said"], "Enter the ticket number first.");
}

TEST_F(Console, RefusesAFormWithoutItsToken) {
  auto sent = form("/agent", {{"text", kMessage}}, ana, {{"Origin", "https://help.example"}});
  EXPECT_EQ(answer(sent).status, 403);
}

TEST_F(Console, IsASmallPageInAPanel) {
  const auto page = get("/agent/panel?ticket=zendesk/1");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, AllOf(HasSubstr("console panel"), HasSubstr("action=\"/agent/panel\""),
                               Not(HasSubstr("staff-header")), HasSubstr("target=\"_blank\"")));
  EXPECT_THAT(header(page, "Content-Security-Policy"), HasSubstr("frame-ancestors 'none'"));
}

TEST_F(Console, IsFramedByTheConfiguredSitesAlone) {
  center.site.config.server.frame_ancestors = {"https://desk.example"};
  center.start();
  center.refresh();
  EXPECT_THAT(header(get("/agent/panel"), "Content-Security-Policy"),
              HasSubstr("frame-ancestors https://desk.example"));
  EXPECT_THAT(header(get("/agent"), "Content-Security-Policy"),
              HasSubstr("frame-ancestors 'none'"));
}

}  // namespace
}  // namespace kb
