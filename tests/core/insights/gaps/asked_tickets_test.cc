#include "core/insights/gaps/asked_tickets.h"

#include <gtest/gtest.h>

#include "core/base/date.h"
#include "core/store/agent_links.h"
#include "core/store/article_flags.h"
#include "core/store/article_needs.h"
#include "core/store/contact_tickets.h"
#include "core/store/ticket_table.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

constexpr std::int64_t kFirstDay = 20'514;  // 2026-03-02

Time at_noon(int day) {
  return Time(std::chrono::hours(24 * (kFirstDay + day) + 12));
}

Ticket a_ticket(const std::string& id, const std::string& subject) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = id;
  ticket.lang = "en";
  ticket.subject = subject;
  ticket.question = "Please.";
  ticket.created = at_noon(0);
  ticket.customer.hash = "customer " + id;
  return ticket;
}

store::ContactTicket a_message(const std::string& key, const std::string& subject) {
  return {.token_hash = "t" + key,
          .send_key = key,
          .lang = "en",
          .subject = subject,
          .description = "Write to me.",
          .customer = "customer " + key,
          .created = at_noon(0)};
}

class AskedTicketsOf : public store::StoreTest {
 protected:
  void put(std::vector<Ticket> tickets) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return store::put_tickets(sql, tickets); }));
  }
  void put(const store::ContactTicket& ticket) {
    KB_ASSERT_DONE(store().write([&](Sql& sql) { return store::put_contact_ticket(sql, ticket); }));
  }

  // "parcel please.: ticket @en/a/b #desk/1"
  std::string told() { return told(tickets_); }
  std::string told(AskedTickets& tickets) {
    const auto read = store().read([&](Sql& sql) { return tickets.read(sql, texts_, kFirstDay); });
    if (!read) return to_line(read.error());
    std::vector<Asking> askings;
    notes_.clear();
    tickets.append(askings, notes_, {kFirstDay, kFirstDay + 6}, rejected_);
    std::string text;
    for (const Asking& asking : askings) {
      text += texts_.questions().at(asking.question).text + ":";
      for (int i = 0; i < kFailures; ++i)
        if (failed(asking, static_cast<Failure>(i)))
          text += " " + std::string(failure_name(static_cast<Failure>(i)));
      if (asking.article != kNothing) text += " @" + texts_.articles().at(asking.article);
      if (asking.ticket != kNothing) text += " #" + texts_.tickets().at(asking.ticket);
      text += "\n";
    }
    return text;
  }

  AskedTexts texts_;
  const text::Calendar calendar_ = *text::Calendar::of("UTC");
  AskedTickets tickets_{calendar_, [](std::string_view text, std::string_view) {
                          return text == "Secret" ? "«name»" : std::string(text);
                        }};
  std::unordered_set<std::uint32_t> rejected_;
  std::vector<AskedNote> notes_;
};
KB_ON_BOTH_DATABASES(AskedTicketsOf);

TEST_P(AskedTicketsOf, AHelpdeskAreQuestionsWithoutAnAnswer) {
  auto bug = a_ticket("2", "It crashes");
  bug.type = TicketType::bug;
  auto linked = a_ticket("3", "Refund");
  linked.links = {{.lang = "en", .article = "billing/refund", .anchor = ""}};
  put({a_ticket("1", "Parcel"), bug, linked, a_ticket("4", "Invoice")});
  KB_ASSERT_DONE(store().write([&](Sql& sql) {
    return store::add_agent_link(sql, {.source = "desk",
                                       .ticket = "4",
                                       .lang = "en",
                                       .article = "billing/invoice",
                                       .who = "ana",
                                       .at = at_noon(1)});
  }));
  EXPECT_EQ(told(),
            "parcel please.: ticket #desk/1\n"
            "refund please.: @en/billing/refund #desk/3\n"
            "invoice please.: @en/billing/invoice #desk/4\n");
}

TEST_P(AskedTicketsOf, TheFormAreRedactedAndForgottenWhenErased) {
  put(a_message("a", "Parcel"));
  put(a_message("b", "Secret"));
  EXPECT_EQ(told(),
            "parcel write to me.: ticket #contact/1001\n"
            "«name» write to me.: ticket #contact/1002\n");
  KB_ASSERT_DONE(store().write(
      [&](Sql& sql) { return store::erase_contact_texts_of(sql, "customer a", at_noon(1)); }));
  EXPECT_EQ(told(), "«name» write to me.: ticket #contact/1002\n");
}

TEST_P(AskedTicketsOf, TheFormNeedRedaction) {
  AskedTickets without(calendar_, {});
  put(a_message("a", "Parcel"));
  EXPECT_EQ(told(without), "");
}

// A message that the helpdesk took over was counted as two tickets.
TEST_P(AskedTicketsOf, TheFormAndTheHelpdeskAreOne) {
  put(a_message("7", "Parcel"));
  put({a_ticket("7", "Parcel")});
  EXPECT_EQ(told(), "parcel please.: ticket #desk/7\n");
}

TEST_P(AskedTicketsOf, TellWhenSuggestionsWereRejected) {
  put(a_message("a", "Parcel"));
  rejected_.insert(texts_.ticket("contact/1001"));
  EXPECT_EQ(told(), "parcel write to me.: rejected ticket #contact/1001\n");
}

TEST_P(AskedTicketsOf, FollowWhatChanges) {
  put({a_ticket("1", "Parcel")});
  told();
  put({a_ticket("1", "Refund"), a_ticket("2", "Invoice")});
  EXPECT_EQ(told(), "refund please.: ticket #desk/1\ninvoice please.: ticket #desk/2\n");
}

TEST_P(AskedTicketsOf, TellWhatAgentsMiss) {
  put({a_ticket("1", "Parcel")});
  KB_ASSERT_DONE(store().write([&](Sql& sql) -> Result<void> {
    const auto need = store::add_need(
        sql, {.question = "Parcel to Norway", .ticket = "desk/1", .who = "ana", .at = at_noon(1)});
    if (!need) return fail(need.error());
    const auto flag = store::add_flag(sql, {.lang = "en",
                                            .article = "delivery/abroad",
                                            .kind = store::FlagKind::outdated,
                                            .note = "Customs have changed",
                                            .ticket = "desk/1",
                                            .who = "ana",
                                            .at = at_noon(1)});
    if (!flag) return fail(flag.error());
    return {};
  }));
  EXPECT_EQ(told(),
            "parcel please.: flagged ticket @en/delivery/abroad #desk/1\n"
            "parcel to norway: needed #desk/1\n");
  ASSERT_EQ(notes_.size(), 1U);
  EXPECT_EQ(notes_[0].reason, "outdated");
  EXPECT_EQ(notes_[0].text, "Customs have changed");
}

TEST_P(AskedTicketsOf, AreOfTheDaysAskedFor) {
  auto old = a_ticket("1", "Parcel");
  old.created = at_noon(-1);
  auto later = a_ticket("2", "Refund");
  later.created = at_noon(7);
  put({old, later});
  EXPECT_EQ(told(), "");
}

}  // namespace
}  // namespace kb::insights
