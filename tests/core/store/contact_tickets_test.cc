#include "core/store/contact_tickets.h"

#include <gmock/gmock.h>

#include "core/store/deliveries.h"
#include "tests/core/store/store_fixture.h"

namespace kb::store {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr Time kNow{std::chrono::seconds(1780000000)};

ContactTicket ticket_of(const std::string& key, const std::string& customer = "ana",
                        Time created = kNow) {
  return {.token_hash = "hash of " + key,
          .send_key = key,
          .form = "f1",
          .lang = "pl",
          .category = "billing",
          .channel = "form",
          .subject = "Zwrot",
          .description = "Gdzie są moje pieniądze?",
          .email = customer + "@shop.example",
          .customer = customer,
          .page = "https://shop.example/cart",
          .trail = R"([{"q":"zwrot"}])",
          .visitor = -7,
          .created = created};
}

class ContactTickets : public StoreTest {
 protected:
  template <class Work>
  auto done(const Work& work) {
    auto outcome = store().write(work);
    EXPECT_TRUE(outcome) << to_line(outcome.error());
    return std::move(outcome).value();
  }
  PutContact put(const ContactTicket& ticket) {
    return done([&](Sql& sql) { return put_contact_ticket(sql, ticket); });
  }
  std::optional<ContactTicket> find(std::int64_t number) {
    return done([&](Sql& sql) { return find_contact_ticket(sql, number); });
  }
  std::vector<std::int64_t> numbers(const std::vector<ContactTicket>& tickets) {
    std::vector<std::int64_t> numbers;
    for (const auto& ticket : tickets) numbers.push_back(ticket.number);
    return numbers;
  }
  void add(const std::string& key, std::int64_t ticket, DeliveryState state) {
    done([&](Sql& sql) {
      return add_delivery(
          sql, {.key = key, .target = "x", .payload = "text", .state = state, .ticket = ticket});
    });
  }
};
KB_ON_BOTH_DATABASES(ContactTickets);

TEST_P(ContactTickets, AreNumberedFrom1001) {
  const auto first = put(ticket_of("a"));
  EXPECT_EQ(first.number, 1001);
  EXPECT_TRUE(first.is_new);
  EXPECT_EQ(put(ticket_of("b")).number, 1002);
}

TEST_P(ContactTickets, AreFoundAsTheyWereSent) {
  auto sent = ticket_of("a");
  sent.number = put(sent).number;
  EXPECT_EQ(find(1001), sent);
  EXPECT_EQ(done([](Sql& sql) { return find_contact_ticket_by_token(sql, "hash of a"); }), sent);
  EXPECT_EQ(done([](Sql& sql) { return find_contact_ticket_by_send_key(sql, "a"); }), sent);
  EXPECT_EQ(find(1002), std::nullopt);
  EXPECT_EQ(done([](Sql& sql) { return find_contact_ticket_by_token(sql, "a"); }), std::nullopt);
}

TEST_P(ContactTickets, SentTwiceAreOne) {
  EXPECT_TRUE(put(ticket_of("a")).is_new);
  auto again = ticket_of("a");
  again.token_hash = "another";
  again.subject = "other words";
  const auto second = put(again);
  EXPECT_FALSE(second.is_new);
  EXPECT_EQ(second.number, 1001);
  EXPECT_EQ(find(1001)->subject, "Zwrot");
  EXPECT_EQ(put(ticket_of("b")).number, 1002) << "no number is lost";
}

TEST_P(ContactTickets, AreClosedOnce) {
  put(ticket_of("a"));
  const auto close = [&](ContactState state, Time when) {
    return done([&](Sql& sql) { return close_contact_ticket(sql, 1001, state, when); });
  };
  EXPECT_TRUE(close(ContactState::solved_by_customer, kNow + 1h));
  EXPECT_FALSE(close(ContactState::answered, kNow + 2h));
  EXPECT_EQ(find(1001)->state, ContactState::solved_by_customer);
  EXPECT_EQ(find(1001)->closed, kNow + 1h);
  EXPECT_FALSE(
      done([](Sql& sql) { return close_contact_ticket(sql, 9, ContactState::answered, kNow); }));
}

TEST_P(ContactTickets, AreListedByCustomerAndByAge) {
  put(ticket_of("a", "ana"));
  put(ticket_of("b", "ion"));
  put(ticket_of("c", "ana"));
  EXPECT_THAT(numbers(done([](Sql& sql) { return contact_tickets_of(sql, "ana"); })),
              ElementsAre(1001, 1003));
  EXPECT_THAT(numbers(done([](Sql& sql) { return contact_tickets_of(sql, ""); })), IsEmpty());
  EXPECT_THAT(numbers(done([](Sql& sql) { return newest_contact_tickets(sql, 2); })),
              ElementsAre(1003, 1002));
}

TEST_P(ContactTickets, LoseTheirTextsAfterAWhile) {
  put(ticket_of("old", "ana", kNow - 100h));
  put(ticket_of("old, closed lately", "ana", kNow - 100h));
  put(ticket_of("new", "ana", kNow - 1h));
  done([](Sql& sql) { return close_contact_ticket(sql, 1002, ContactState::answered, kNow - 2h); });
  const auto erase = [&] {
    return done([](Sql& sql) { return erase_contact_texts(sql, kNow - 50h, kNow); });
  };
  EXPECT_EQ(erase(), 1);
  EXPECT_EQ(erase(), 0);
  const auto old = find(1001).value();
  EXPECT_EQ(old.subject + old.description + old.email + old.trail, "");
  EXPECT_EQ(old.customer, "ana") << "figures still know who came back";
  EXPECT_EQ(old.erased, kNow);
  EXPECT_EQ(find(1002)->subject, "Zwrot");
  EXPECT_EQ(find(1003)->subject, "Zwrot");
}

TEST_P(ContactTickets, KeepTheirTextsWhileADeliveryWaits) {
  put(ticket_of("a", "ana", kNow - 100h));
  add("sent", 1001, DeliveryState::delivered);
  add("given up", 1001, DeliveryState::dead);
  add("waits", 1001, DeliveryState::waiting);
  const auto erase = [&] {
    return done([](Sql& sql) { return erase_contact_texts(sql, kNow, kNow); });
  };
  EXPECT_EQ(erase(), 0);
  EXPECT_EQ(find(1001)->subject, "Zwrot");
  const auto due = done([](Sql& sql) { return due_deliveries(sql, kNow, 9); });
  ASSERT_EQ(due.size(), 1U);
  done([&](Sql& sql) { return sql.change("DELETE FROM deliveries"); });
  add("sent", 1001, DeliveryState::delivered);
  EXPECT_EQ(erase(), 1);
  const auto left = done([](Sql& sql) { return sql.one("SELECT count(*) FROM deliveries"); });
  EXPECT_EQ(left->integer(0), 0) << "what was sent holds the same texts";
}

TEST_P(ContactTickets, AreErasedForACustomerWhateverWaits) {
  put(ticket_of("a", "ana"));
  put(ticket_of("b", "ion"));
  add("waits", 1001, DeliveryState::waiting);
  add("another's", 1002, DeliveryState::waiting);
  EXPECT_EQ(done([](Sql& sql) { return erase_contact_texts_of(sql, "ana", kNow); }), 1);
  EXPECT_EQ(done([](Sql& sql) { return erase_contact_texts_of(sql, "", kNow); }), 0);
  const auto gone = find(1001).value();
  EXPECT_EQ(gone.subject + gone.description + gone.email + gone.trail + gone.customer, "");
  EXPECT_EQ(gone.visitor, 0);
  EXPECT_EQ(gone.erased, kNow);
  EXPECT_EQ(find(1002)->subject, "Zwrot");
  EXPECT_EQ(done([](Sql& sql) { return due_deliveries(sql, kNow, 9); }).size(), 1U);
}

TEST(ContactStates, AreCalledByTheirNames) {
  EXPECT_EQ(contact_state_name(ContactState::open), "open");
  EXPECT_EQ(contact_state_name(ContactState::solved_by_customer), "solved");
  EXPECT_EQ(contact_state_name(ContactState::answered), "answered");
}

}  // namespace
}  // namespace kb::store
