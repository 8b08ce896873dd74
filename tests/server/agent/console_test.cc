#include "server/agent/console.h"

#include <nlohmann/json.hpp>

#include "core/store/agent_links.h"
#include "core/store/article_flags.h"
#include "core/store/article_needs.h"
#include "tests/server/agent/agent_fixture.h"
#include "tests/server/agent/contact_fixture.h"
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

TEST_F(Console, ListsOpenTicketsOfTheContactFormWhereNothingIsAsked) {
  const auto number = put_contact(store(), waiting_ticket());
  center.site.clock.advance(std::chrono::hours{3});
  const auto page = get("/agent");
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Open tickets from the contact form"), HasSubstr("Zwrot nie doszedł"),
                    HasSubstr("href=\"/agent?ticket=contact/1001\""), HasSubstr("3 hours ago"),
                    HasSubstr("Polish"), HasSubstr("Payments"), Not(HasSubstr("kupuje.example"))));
  EXPECT_THAT(get("/agent/panel").body, Not(HasSubstr("Open tickets")));
  EXPECT_THAT(get("/agent?q=refund").body, Not(HasSubstr("Open tickets")));
  close_contact(store(), number, store::ContactState::solved_by_customer);
  EXPECT_THAT(get("/agent").body, Not(HasSubstr("Open tickets")));
}

TEST_F(Console, OpensATicketOfTheContactFormWithItsTrail) {
  put_contact(store(), waiting_ticket());
  const auto page = get("/agent?ticket=contact/1001");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Odesłałam hub"), HasSubstr("ala@kupuje.example"),
                    HasSubstr("Waits for an answer"), HasSubstr("Searched for"),
                    HasSubstr("zwrot na &lt;kartę&gt;"), HasSubstr("Zwrot pieniędzy"),
                    HasSubstr("orders?id=7&amp;x=&lt;1&gt;"), HasSubstr("value=\"answered\"")));
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_EQ(page::broken_rules(get("/agent/panel?ticket=contact/1001").body), "");
}

// What did not help them before they wrote is the last to send them.
TEST_F(Console, RanksLastWhatTheCustomerKnows) {
  center.site.write("pl/billing/card.md", "# Zwrot na kartę\n\nHub odesłany, zwrot na kartę.\n");
  center.publish();
  auto ticket = waiting_ticket();
  const auto place = [](const std::string& body, const char* id) {
    return body.find("value=\"link pl/billing/" + std::string(id) + "#");
  };
  ticket.trail.clear();
  put_contact(store(), ticket);
  const auto unknown = get("/agent?ticket=contact/1001").body;
  ASSERT_NE(place(unknown, "refund"), std::string::npos);
  ASSERT_NE(place(unknown, "card"), std::string::npos);
  const auto* first = place(unknown, "refund") < place(unknown, "card") ? "refund" : "card";
  const auto* second = first == std::string("card") ? "refund" : "card";
  EXPECT_THAT(unknown, Not(HasSubstr("did not help the customer")));

  Trail trail;
  trail.add({TrailStep::Kind::not_helped, "pl", "billing/" + std::string(first)});
  ticket.trail = trail_json(trail);
  ticket.send_key = ticket.token_hash = "2";
  put_contact(store(), ticket);
  const auto known = get("/agent?ticket=contact/1002").body;
  EXPECT_LT(place(known, second), place(known, first));
  EXPECT_THAT(known, HasSubstr("This did not help the customer."));
}

TEST_F(Console, SaysThatATicketWasErased) {
  put_contact(store(), waiting_ticket());
  erase_contacts(store(), center.site.clock.now() + std::chrono::hours{1});
  const auto page = get("/agent?ticket=contact/1001");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page::broken_rules(page.body), "");
  EXPECT_THAT(page.body, AllOf(HasSubstr("Text and address were erased on"),
                               HasSubstr("contact/1001"), Not(HasSubstr("Answer to"))));
  EXPECT_EQ(page::broken_rules(get("/agent").body), "");
}

TEST_F(Console, MarksATicketAsAnsweredOnce) {
  put_contact(store(), waiting_ticket());
  const Fields fields = {{"ticket", "contact/1001"}, {"do", "answered"}};
  const auto page = ask("", fields);
  EXPECT_EQ(page.status, 200);
  EXPECT_THAT(page.body, AllOf(HasSubstr("Noted: ticket contact/1001 is answered."),
                               HasSubstr(">Answered<"), Not(HasSubstr("value=\"answered\""))));
  EXPECT_THAT(ask("", fields).body, HasSubstr("Ticket contact/1001 was closed before."));
  EXPECT_THAT(audit_log(), ElementsAre("ana ticket.answered contact/1001"));
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
