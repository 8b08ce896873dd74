// A help center with a contact form, and what a browser sends with it.
//
//   class Sending : public ContactFixture {};
//   TEST_F(Sending, …) { const auto answer = send({{"do", "send"}}); }
//
// The form was opened ten seconds before. Articles: refunds (en, pl) and parcels (en). Not
// thread-safe.

#pragma once

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "core/store/contact_tickets.h"
#include "core/store/event_table.h"
#include "server/contact/contact_desk.h"
#include "server/events/events.h"
#include "tests/server/staff_fixture.h"

namespace kb {

class ContactFixture : public StaffFixture {
 protected:
  ContactFixture() {
    auto& site = center.site;
    site.config.site.fallback = {{"pl", {"en"}}};
    site.write("categories.yaml", "billing: {order: 1, icon: card, name: {en: Payments}}\n");
    site.write(
        "en/billing/refund.md",
        "# Refunds\n\nMoney back to your card.\n\n## How long\n\nA refund takes five working "
        "days. See [the top](#how-long).\n\n1. Wait.\n2. Ask your bank.\n");
    site.write("en/parcel.md", "# Parcels\n\nA parcel is delivered within two days.\n");
    site.write("pl/billing/refund.md", "# Zwrot pieniędzy\n\nZwrot trafia na kartę.\n");
    site.write("en/secret.md",
               "---\ntitle: Goodwill\naudience: agents\n---\nThe zanzibar refund.\n");
    center.publish();
    opening = center.center().contact->open();
    center.site.clock.advance(std::chrono::seconds{10});
  }

  static Fields message() {
    return {{"subject", "Refund takes long"},
            {"description", "My refund has not reached my card. How long does a refund take?"},
            {"email", "ana@example.com"},
            {"category", "billing"}};
  }

  static Fields browser() {
    return {{"Origin", "https://help.example"}, {"User-Agent", "Mozilla/5.0 Firefox/140.0"}};
  }
  http::Response get(const std::string& target) const {
    return answer(request(target, {}, browser()));
  }
  http::Response post(const std::string& target, const Fields& fields) const {
    return answer(form(target, fields, {}, browser()));
  }
  http::Response post_json(const std::string& target, const std::string& body) const {
    auto sent = request(target, {}, browser());
    sent.method = "POST";
    sent.body = body;
    return answer(sent);
  }

  // The message with other fields put in its own's place, or added.
  http::Response send(const Fields& more, Fields fields = message()) const {
    fields.push_back({"form", center.center().contact->seal(opening)});
    for (const auto& [name, value] : more) {
      const auto has_name = [&](const http::Field& field) { return field.name == name; };
      if (name != "seen") std::erase_if(fields, has_name);
      fields.push_back({name, value});
    }
    return post("/en/contact", fields);
  }

  std::vector<store::ContactTicket> tickets() {
    return store()
        .read([](store::Sql& sql) { return store::newest_contact_tickets(sql, 100); })
        .value();
  }

  // What was noted, in its order: "contact_solved en/billing/refund".
  std::vector<std::string> noted() {
    center.center().events->log().flush();
    std::vector<std::string> lines;
    const auto read = store().read([&](store::Sql& sql) {
      return store::each_event(sql, {}, [&](const store::Event& event) -> Result<void> {
        std::string line(store::action_name(event.action));
        for (const auto& part : {event.object, event.outcome})
          if (!part.empty()) line += " " + part;
        lines.push_back(std::move(line));
        return {};
      });
    });
    EXPECT_TRUE(read) << to_line(read.error());
    return lines;
  }

  Opening opening;
};

}  // namespace kb
