#include "server/customer_records.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/base/secrets.h"
#include "core/store/answer_watches.h"
#include "core/store/audit.h"
#include "core/store/contact_tickets.h"
#include "core/store/deliveries.h"
#include "core/store/event_table.h"
#include "core/store/ticket_table.h"
#include "tests/core/store/small_event.h"
#include "tests/core/store/small_ticket.h"
#include "tests/server/sqlite_store.h"

namespace kb {
namespace {

using nlohmann::json;
using store::Sql;
using testing::HasSubstr;
using testing::Not;

constexpr Time kNow{std::chrono::seconds(1780000000)};

class CustomerRecords : public testing::Test {
 protected:
  template <class Work>
  auto done(const Work& work) {
    auto outcome = store->write(work);
    EXPECT_TRUE(outcome) << to_line(outcome.error());
    return std::move(outcome).value();
  }
  json records(const std::string& email) {
    return done([&](Sql& sql) { return customer_records(sql, email); });
  }
  json erase(const std::string& email) {
    return done([&](Sql& sql) { return erase_customer(sql, email, kNow); });
  }
  // One of each kind.
  void put_all_of(const std::string& name) {
    const auto email = name + "@shop.example";
    const auto customer = keyed_hash(done([](Sql& sql) { return store::ticket_key(sql); }), email);
    auto event = store::event_at(20'400, 7);
    event.action = store::Action::ticket_submitted;
    event.customer = customer;
    done([&](Sql& sql) { return store::put_batch(sql, {name, {event}}); });
    done([&](Sql& sql) {
      return store::put_contact_ticket(sql, {.token_hash = name,
                                             .send_key = name,
                                             .subject = "Zwrot",
                                             .email = email,
                                             .customer = customer,
                                             .trail = R"([{"q":"zwrot"}])",
                                             .created = kNow});
    });
    done([&](Sql& sql) {
      return store::add_watch(sql, {.token_hash = name,
                                    .email = email,
                                    .customer = customer,
                                    .query = "faktura",
                                    .created = kNow});
    });
    done([&](Sql& sql) {
      return store::add_delivery(sql,
                                 {.key = name, .kind = store::DeliveryKind::mail, .target = email});
    });
    auto ticket = store::small_ticket(name == "ana" ? 1 : 2);
    ticket.customer.hash = customer;
    done([&](Sql& sql) { return store::put_tickets(sql, std::vector{ticket}); });
  }

  SqliteStore store;
};

TEST_F(CustomerRecords, AreAllThatIsKeptOfOne) {
  put_all_of("ana");
  put_all_of("ion");
  for (const char* written : {"ana@shop.example", " Ana@Shop.Example "}) {
    const auto kept = records(written);
    for (const char* kind : {"events", "contact_tickets", "watches", "resolved_tickets"})
      EXPECT_EQ(kept.at(kind).size(), 1U) << kind;
    EXPECT_EQ(kept.at("contact_tickets").at(0).at("trail").at(0).at("q"), "zwrot");
    EXPECT_EQ(kept.at("watches").at(0).at("query"), "faktura");
    EXPECT_EQ(kept.at("resolved_tickets").at(0).at("subject"), "Faktura 1");
    EXPECT_EQ(kept.at("events").at(0).at("action_name"), "ticket_submitted");
  }
}

TEST_F(CustomerRecords, AreEmptyForAStranger) {
  for (int time = 0; time < 2; ++time) {
    const auto kept = records("nobody@shop.example");
    for (const char* kind : {"events", "contact_tickets", "watches", "resolved_tickets"})
      EXPECT_TRUE(kept.at(kind).empty()) << kind;
    if (time == 0) put_all_of("ana");
  }
}

TEST_F(CustomerRecords, GoAndLeaveThoseOfOthers) {
  put_all_of("ana");
  put_all_of("ion");
  EXPECT_EQ(erase("ANA@shop.example"), json::parse(R"({"contact_tickets": 1, "deliveries": 1,
    "events": 1, "resolved_tickets": 1, "watches": 1})"));
  const auto kept = records("ana@shop.example");
  for (const char* kind : {"events", "contact_tickets", "watches", "resolved_tickets"})
    EXPECT_TRUE(kept.at(kind).empty()) << kind;
  EXPECT_EQ(records("ion@shop.example").at("contact_tickets").at(0).at("subject"), "Zwrot");
  const auto ticket = done([](Sql& sql) { return store::find_contact_ticket(sql, 1001); });
  EXPECT_EQ(ticket->subject + ticket->email + ticket->trail, "");
  EXPECT_EQ(done([](Sql& sql) { return store::count_events(sql); }), 2) << "figures stay";
}

TEST_F(CustomerRecords, LeaveALineInTheAuditLogWithoutTheAddress) {
  put_all_of("ana");
  erase("ana@shop.example");
  const auto audit = done([](Sql& sql) { return store::list_audit(sql, {}, 9); });
  ASSERT_EQ(audit.size(), 1U);
  EXPECT_EQ(audit[0].action, "customer.erase");
  EXPECT_THAT(audit[0].object + audit[0].detail, Not(HasSubstr("shop.example")));
  EXPECT_THAT(audit[0].detail, HasSubstr("\"events\":1"));
}

TEST_F(CustomerRecords, AreOfAnAddressAlone) {
  for (const char* wrong : {"", "ana", "@shop.example", "ana@"}) {
    const auto kept = store->read([&](Sql& sql) { return customer_records(sql, wrong); });
    ASSERT_FALSE(kept) << wrong;
    EXPECT_THAT(to_line(kept.error()), HasSubstr("e-mail address"));
  }
}

TEST_F(CustomerRecords, AreErasedForCommands) {
  put_all_of("ana");
  const ManualClock clock(kNow);
  const auto ask = [&](const json& request) {
    return answer_customer_request(*store, clock, request);
  };
  EXPECT_FALSE(ask(json::object()));
  EXPECT_FALSE(ask({{"do", "erase"}}));
  EXPECT_EQ(ask({{"do", "erase"}, {"email", "ana@shop.example"}}).value().at("watches"), 1);
}

}  // namespace
}  // namespace kb
