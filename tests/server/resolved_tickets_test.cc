#include "server/resolved_tickets.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/store/api_tokens.h"
#include "core/store/contact_tickets.h"
#include "core/store/ticket_table.h"
#include "tests/server/staff_fixture.h"

namespace kb {
namespace {

using nlohmann::json;
using testing::HasSubstr;

class ResolvedTickets : public StaffFixture {
 protected:
  ResolvedTickets() {
    center.site.write("en/a.md", "# A\n\nText.\n");
    center.publish();
    const auto added = store().write([&](store::Sql& sql) {
      return store::add_api_token(
          sql, {.name = "desk", .scopes = {"tickets:write"}, .created = center.site.clock.now()},
          hash_of_secret(kSecret));
    });
    EXPECT_TRUE(added) << to_line(added.error());
  }

  http::Response hand_in(const std::string& body, const std::string& how = "?source=desk",
                         const std::string& secret = kSecret) const {
    auto sent = request("/api/v1/tickets/resolved" + how);
    sent.method = "POST";
    sent.headers.push_back({"Content-Type", "application/json"});
    if (!secret.empty()) sent.headers.push_back({"Authorization", "Bearer " + secret});
    sent.body = body;
    return answer(sent);
  }

  std::optional<Ticket> stored(const std::string& id) {
    auto found = store().read([&](store::Sql& sql) { return store::find_ticket(sql, "desk", id); });
    return found ? *found : std::nullopt;
  }

  static json ticket(const std::string& id, const std::string& question) {
    return {{"id", id},
            {"created", "2025-12-02T09:00:00Z"},
            {"status", "solved"},
            {"lang", "en"},
            {"question", question},
            {"answer", "Soon."}};
  }

  static constexpr const char* kSecret = "a-secret-of-the-helpdesk";
};

TEST_F(ResolvedTickets, AreKeptWithoutPersonalDataBeforeTheAnswer) {
  const auto response = hand_in(ticket("1", "Call me: +48 601 234 567. Where is it?").dump());
  ASSERT_EQ(response.status, 200) << response.body;
  EXPECT_EQ(json::parse(response.body).at("added"), 1);
  ASSERT_TRUE(stored("1"));
  EXPECT_THAT(stored("1")->question, HasSubstr("«phone»"));
  EXPECT_EQ(json::parse(hand_in(ticket("1", "Call me: +48 601 234 567. Where is it?").dump()).body)
                .at("same"),
            1)
      << "a webhook may be sent twice";
  EXPECT_EQ(audit_log().back(), "token desk tickets.receive desk");
}

TEST_F(ResolvedTickets, CloseTheMessageThatTheyCameFrom) {
  const auto put = store().write([](store::Sql& sql) {
    return store::put_contact_ticket(sql, {.token_hash = "t", .send_key = "s", .lang = "en"});
  });
  ASSERT_TRUE(put) << to_line(put.error());
  auto answered = ticket("1", "Where is it?");
  answered["contact"] = std::to_string(put->number);
  EXPECT_EQ(hand_in(answered.dump()).status, 200);
  const auto contact =
      store().read([&](store::Sql& sql) { return store::find_contact_ticket(sql, put->number); });
  ASSERT_TRUE(contact && *contact);
  EXPECT_EQ((*contact)->state, store::ContactState::answered);
  for (const json& odd : {json(9999), json("soon"), json(nullptr), json::array()}) {
    answered["contact"] = odd;
    EXPECT_EQ(hand_in(answered.dump()).status, 200) << odd;
  }
}

TEST_F(ResolvedTickets, ComeOneByOneOrManyAtOnce) {
  EXPECT_EQ(hand_in(json{ticket("1", "Refund?"), ticket("2", "Hub?")}.dump()).status, 200);
  EXPECT_EQ(hand_in(json{{"tickets", {ticket("3", "Plan?")}}}.dump()).status, 200);
  EXPECT_EQ(hand_in(json{{"ticket", ticket("4", "Battery?")}}.dump()).status, 200);
  for (const auto* id : {"1", "2", "3", "4"}) EXPECT_TRUE(stored(id)) << id;
}

TEST_F(ResolvedTickets, ThatAreUnsoundAreToldAndTheRestKept) {
  auto broken = ticket("2", "Hub?");
  broken["created"] = "yesterday";
  const auto response = hand_in(json{ticket("1", "Refund?"), broken}.dump());
  EXPECT_EQ(response.status, 200);
  const auto problems = json::parse(response.body).at("problems");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].at("where"), "ticket 2");
  EXPECT_THAT(problems[0].at("what").get<std::string>(), HasSubstr("created"));
  EXPECT_TRUE(stored("1"));
  EXPECT_EQ(hand_in(json{broken}.dump()).status, 422) << "nothing was sound";
}

TEST_F(ResolvedTickets, AreRefusedWithoutSenseOrRight) {
  const auto sound = ticket("1", "Refund?").dump();
  EXPECT_EQ(hand_in(sound, "").status, 400);
  EXPECT_EQ(hand_in(sound, "?source=desk&format=fax").status, 400);
  EXPECT_EQ(hand_in(sound, "?source=desk&format=mbox").status, 400);
  EXPECT_EQ(hand_in("{broken").status, 400);
  EXPECT_EQ(hand_in("7").status, 400);
  EXPECT_EQ(hand_in(sound, "?source=desk", "").status, 401);
  EXPECT_EQ(hand_in(sound, "?source=desk", "another").status, 401);
  EXPECT_FALSE(stored("1"));
}

}  // namespace
}  // namespace kb
