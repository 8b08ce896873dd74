#include "server/agent/console_actions.h"

#include <nlohmann/json.hpp>

#include "core/store/agent_links.h"
#include "core/store/article_flags.h"
#include "core/store/article_needs.h"
#include "tests/server/agent/agent_fixture.h"
#include "tests/server/agent/contact_fixture.h"

namespace kb {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

TEST(ArticleTarget, IsRead) {
  EXPECT_EQ(read_target("pl/billing/refund#jak"), (ArticleTarget{"pl", "billing/refund", "jak"}));
  EXPECT_EQ(read_target("pt_br/a#b#"), (ArticleTarget{"pt-BR", "a#b", ""}));
  EXPECT_EQ(to_key(*read_target("pl/a#x")), "pl/a");
  for (const auto* wrong : {"", "pl", "pl/#x", "pl/a", "images/a#x", "/a#x"})
    EXPECT_FALSE(read_target(wrong)) << wrong;
}

class ConsoleActions : public AgentFixture {
 protected:
  std::string said(Fields fields) {
    const auto answer = note(std::move(fields));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return nlohmann::json::parse(answer.body)["said"];
  }
  // What the figures know of: "staff 1001 pl billing form".
  std::vector<std::string> noted(store::Action action) {
    const auto& events = center.center().events;
    events->log().flush();
    std::vector<std::string> lines;
    const auto read = store().read([&](store::Sql& sql) {
      return store::each_event(sql, {}, [&](const store::Event& event) -> Result<void> {
        if (event.action == action)
          lines.push_back(std::string(event.who == store::Who::staff ? "staff " : "visitor ") +
                          std::to_string(event.value) + " " + event.lang + " " + event.category +
                          " " + event.outcome);
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return lines;
  }
  std::vector<store::ArticleFlag> flags() {
    return store().read([](store::Sql& sql) { return store::open_flags(sql); }).value();
  }
};

TEST_F(ConsoleActions, NoteALinkOnce) {
  const Fields fields = {{"do", "link pl/billing/refund#jak-długo"}, {"ticket", "zendesk/77"}};
  EXPECT_EQ(said(fields), "Noted: linked in ticket zendesk/77.");
  EXPECT_EQ(said(fields), "It was noted before for ticket zendesk/77.");
  const auto links =
      store().read([](store::Sql& sql) { return store::links_of_ticket(sql, "zendesk", "77"); });
  ASSERT_EQ(links->size(), 1u);
  EXPECT_EQ(links->front().who, "ana");
  EXPECT_EQ(links->front().anchor, "jak-długo");
  EXPECT_THAT(audit_log(), ElementsAre("ana article.link pl/billing/refund"));
}

TEST_F(ConsoleActions, FlagAnArticleWithARedactedNote) {
  EXPECT_EQ(said({{"do", "flag en/billing/refund#how-long"},
                  {"kind en/billing/refund", "outdated"},
                  {"note en/billing/refund", "ana@example.com says seven days"},
                  {"ticket", "zendesk/77"}}),
            "Flagged. Its owner will see it.");
  ASSERT_EQ(flags().size(), 1u);
  EXPECT_EQ(flags().front().kind, store::FlagKind::outdated);
  EXPECT_EQ(flags().front().ticket, "zendesk/77");
  EXPECT_EQ(flags().front().owner, "payments team");
  EXPECT_THAT(flags().front().note, Not(HasSubstr("example.com")));
  EXPECT_THAT(flags().front().note, HasSubstr("seven days"));
  EXPECT_THAT(audit_log(), ElementsAre("ana article.flag en/billing/refund"));
}

TEST_F(ConsoleActions, AskForWhatIsMissing) {
  EXPECT_EQ(said({{"do", "flag en/billing/refund#"}}), "Choose what is wrong with it.");
  EXPECT_EQ(said({{"do", "flag en/no/such#"}}), "This article is no longer there.");
  EXPECT_EQ(said({{"do", "link pl/billing/refund#"}}), "Enter the ticket number first.");
  EXPECT_EQ(said({{"do", "need"}}), "There is no question to note. Paste it into the box.");
  EXPECT_EQ(said({{"do", "nonsense"}}), "This article is no longer there.");
  EXPECT_THAT(flags(), IsEmpty());
  EXPECT_THAT(audit_log(), IsEmpty());
}

TEST_F(ConsoleActions, KeepAQuestionWithoutPersonalData) {
  const Fields fields = {{"do", "need"},
                         {"text", "Where is my warranty card? Write to ion@example.com please."},
                         {"lang", "en"}};
  EXPECT_EQ(said(fields), "Noted: this needs an article.");
  EXPECT_EQ(said(fields), "Noted: this needs an article.");
  const auto needs = store().read([](store::Sql& sql) { return store::list_needs(sql, "en", 10); });
  ASSERT_EQ(needs->size(), 1u);
  EXPECT_THAT(needs->front().question, HasSubstr("warranty card"));
  EXPECT_THAT(needs->front().question, Not(HasSubstr("example.com")));
}

TEST_F(ConsoleActions, MarkOnlyTicketsOfTheContactFormAsAnswered) {
  put_contact(store(), waiting_ticket());
  for (const auto* other : {"", "zendesk/1", "contact/7", "contact/x"})
    EXPECT_EQ(said({{"do", "answered"}, {"ticket", other}}),
              "There is no such ticket from the contact form.")
        << other;
  EXPECT_THAT(audit_log(), IsEmpty());
  EXPECT_EQ(said({{"do", "answered"}, {"ticket", "contact/1001"}}),
            "Noted: ticket contact/1001 is answered.");
  const auto ticket =
      store().read([](store::Sql& sql) { return store::find_contact_ticket(sql, 1001); });
  EXPECT_EQ((*ticket)->state, store::ContactState::answered);
  EXPECT_EQ((*ticket)->closed, center.site.clock.now());
}

// An agent who answers is no visitor: the figures keep both apart.
TEST_F(ConsoleActions, TellTheFiguresThatATicketIsAnswered) {
  put_contact(store(), waiting_ticket());
  said({{"do", "answered"}, {"ticket", "contact/1001"}});
  said({{"do", "answered"}, {"ticket", "contact/1001"}});
  EXPECT_THAT(noted(store::Action::ticket_resolved), ElementsAre("staff 1001 pl billing form"));
}

TEST_F(ConsoleActions, NoteLinksForTicketsOfTheContactForm) {
  put_contact(store(), waiting_ticket());
  EXPECT_EQ(said({{"do", "link pl/billing/refund#"}, {"ticket", "contact/1001"}}),
            "Noted: linked in ticket contact/1001.");
  const auto links =
      store().read([](store::Sql& sql) { return store::links_of_ticket(sql, "contact", "1001"); });
  EXPECT_EQ(links->size(), 1u);
}

// Where nothing can be redacted, nothing is kept.
TEST_F(ConsoleActions, KeepNothingWhereRedactionFails) {
  center.site.config.redact.patterns["order"] = "(";
  const auto answer = note({{"do", "need"}, {"text", "Where is it?"}, {"lang", "en"}});
  EXPECT_EQ(answer.status, 500);
  EXPECT_TRUE(answer.problem);
  EXPECT_THAT(
      store().read([](store::Sql& sql) { return store::list_needs(sql, "en", 10); }).value(),
      IsEmpty());
}

}  // namespace
}  // namespace kb
