#include "core/insights/ticket_marks.h"

#include <gmock/gmock.h>

#include "core/store/agent_links.h"
#include "core/store/contact_tickets.h"
#include "core/store/customer_tickets.h"
#include "core/store/reviews.h"
#include "core/store/ticket_table.h"
#include "tests/core/store/store_fixture.h"

namespace kb::insights {
namespace {

using store::Database;
using store::database_name;
using store::Sql;

class TicketMarksOf : public store::StoreTest {
 protected:
  TicketMarks read() {
    const auto marks = store().read([](Sql& sql) { return read_ticket_marks(sql); });
    EXPECT_TRUE(marks) << to_line(marks.error());
    return marks.value_or(TicketMarks());
  }
  // Whether it left a mark.
  template <class Work>
  bool is_noticed(const Work& work) {
    const auto before = read();
    EXPECT_EQ(read(), before) << "nothing happened";
    const auto done = store().write(work);
    EXPECT_TRUE(done.has_value()) << to_line(done.error());
    return read() != before;
  }
  static store::Review review(store::ReviewState state) {
    return {.source = "desk", .ticket = "1", .state = state};
  }
};
KB_ON_BOTH_DATABASES(TicketMarksOf);

TEST_P(TicketMarksOf, NoticeWhatHappensToTickets) {
  Ticket ticket;
  ticket.source = "desk";
  ticket.id = "1";
  ticket.customer.hash = "ana";
  const auto put = [&](Sql& sql) { return store::put_tickets(sql, std::span(&ticket, 1)); };
  EXPECT_TRUE(is_noticed(put));
  EXPECT_FALSE(is_noticed(put)) << "the same ticket again";
  ticket.subject = "late parcel";
  EXPECT_TRUE(is_noticed(put));
  EXPECT_TRUE(is_noticed([](Sql& sql) {
    return store::add_agent_link(sql, {"desk", "1", "en", "refund", "", "ana", Time{}});
  }));
  // Whoever is forgotten was counted as a customer until then.
  const auto forget = [](Sql& sql) { return store::forget_ticket_customer(sql, "ana"); };
  EXPECT_TRUE(is_noticed(forget));
  EXPECT_FALSE(is_noticed(forget));
}

TEST_P(TicketMarksOf, NoticeWhatIsPublished) {
  const auto put = [](store::ReviewState state) {
    return [state](Sql& sql) { return store::put_review(sql, review(state)); };
  };
  EXPECT_FALSE(is_noticed(put(store::ReviewState::saved)));
  EXPECT_TRUE(is_noticed(put(store::ReviewState::approved)));
  EXPECT_TRUE(is_noticed(put(store::ReviewState::rejected)));
}

TEST_P(TicketMarksOf, NoticeTicketsOfTheContactForm) {
  EXPECT_TRUE(is_noticed([](Sql& sql) {
    return store::put_contact_ticket(
        sql, {.token_hash = "t", .send_key = "s", .form = "f", .customer = "ana"});
  }));
  EXPECT_TRUE(
      is_noticed([](Sql& sql) { return store::erase_contact_texts_of(sql, "ana", Time{}); }));
}

}  // namespace
}  // namespace kb::insights
