#include "server/contact/contact_ticket_answer.h"

#include "tests/server/contact/contact_fixture.h"

namespace kb {
namespace {

using store::ContactState;
using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::Not;

class ContactTicketPage : public ContactFixture {
 protected:
  ContactTicketPage() {
    url = header(send({{"do", "send"}}), "Location");
    url = url.substr(0, url.find('?'));
  }

  std::string url;
};

TEST_F(ContactTicketPage, SaysWhereItStandsAndWhenToExpectAnAnswer) {
  const auto page = get(url + "?sent=1");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.cache_control, "no-store");
  EXPECT_EQ(header(page, "X-Robots-Tag"), "noindex");
  EXPECT_THAT(page.body,
              AllOf(HasSubstr("Your message no. 1001"), HasSubstr("Thank you"),
                    HasSubstr("Waiting for our answer"), HasSubstr("ana@example.com"),
                    HasSubstr("How long does a refund take?"), HasSubstr("/en/a/billing/refund")));
  EXPECT_THAT(get(url).body, Not(HasSubstr("Thank you")));
}

TEST_F(ContactTicketPage, OpeningItClosesNothing) {
  const auto page = get(url + "?solved=1").body;
  EXPECT_LT(page.find("Is it solved by now?"), page.find("Waiting for our answer"));
  EXPECT_EQ(tickets()[0].state, ContactState::open);
}

TEST_F(ContactTicketPage, TheCustomerClosesIt) {
  const auto closed = post(url, {{"do", "solved"}});
  EXPECT_EQ(closed.status, 303);
  EXPECT_EQ(header(closed, "Location"), url + "?closed=1");
  EXPECT_EQ(tickets()[0].state, ContactState::solved_by_customer);
  EXPECT_THAT(noted(), Contains("ticket_resolved customer"));
  const auto page = get(url + "?closed=1").body;
  EXPECT_THAT(page, AllOf(HasSubstr("Thank you for telling us"), HasSubstr("?about=contact")));
  EXPECT_THAT(page, Not(HasSubstr("Is it solved by now?")));
  post(url, {});
  EXPECT_EQ(std::ranges::count(noted(), "ticket_resolved customer"), 1);
}

TEST_F(ContactTicketPage, AnotherAddressIsNoPage) {
  EXPECT_EQ(get("/en/contact/1001").status, 404);
  EXPECT_EQ(post("/en/contact/" + std::string(64, '0'), {{"do", "solved"}}).status, 404);
}

TEST_F(ContactTicketPage, SaysThatTheTextIsDeleted) {
  const auto now = center.site.clock.now();
  const auto customer = tickets()[0].customer;
  const auto erased = store().write(
      [&](store::Sql& sql) { return store::erase_contact_texts_of(sql, customer, now); });
  ASSERT_TRUE(erased) << to_line(erased.error());
  EXPECT_THAT(get(url).body, HasSubstr("The text is deleted by now."));
}

TEST_F(ContactTicketPage, WithoutTheStoreItIsAwayForNow) {
  ASSERT_TRUE(store().write(
      [](store::Sql& sql) { return sql.change("ALTER TABLE contact_tickets RENAME TO gone"); }));
  EXPECT_EQ(get(url).status, 503);
}

}  // namespace
}  // namespace kb
