// A ticket from the contact form, with the trail of its customer, for the tests of the console.
//
//   class Console : public AgentFixture {};
//   const auto number = put_contact(store(), waiting_ticket());      // 1001
//   get("/agent?ticket=contact/1001")
//
// The trail: searched in Polish, read the Polish article about refunds, which did not help, read
// one about parcels. Names and addresses are invented.

#pragma once

#include <gtest/gtest.h>

#include <string>

#include "core/store/contact_tickets.h"
#include "core/store/store.h"
#include "server/events/trail.h"
#include "tests/site_in_folder.h"

namespace kb {

inline Trail sample_trail() {
  Trail trail;
  trail.add({TrailStep::Kind::searched, "pl", "zwrot na <kartę>"});
  trail.add({TrailStep::Kind::suggested, "en", "two-homes"});
  trail.add({TrailStep::Kind::read, "pl", "billing/refund"});
  trail.add({TrailStep::Kind::not_helped, "pl", "billing/refund"});
  trail.add({TrailStep::Kind::read, "en", "parcel"});
  trail.add({TrailStep::Kind::helped, "en", "gone"});
  trail.from = "https://app.fernway.example/orders?id=7&x=<1>";
  return trail;
}

inline store::ContactTicket waiting_ticket() {
  return {.token_hash = "hash",
          .send_key = "send",
          .form = "form",
          .lang = "pl",
          .category = "billing",
          .channel = "form",
          .subject = "Zwrot nie doszedł",
          .description = "Odesłałam hub, zwrot pieniędzy nie doszedł na kartę.\nIle to trwa?",
          .email = "ala@kupuje.example",
          .customer = "customer",
          .trail = trail_json(sample_trail()),
          .created = SiteInFolder::kStart};
}

inline std::int64_t put_contact(store::Store& store, const store::ContactTicket& ticket) {
  const auto put =
      store.write([&](store::Sql& sql) { return store::put_contact_ticket(sql, ticket); });
  EXPECT_TRUE(put) << to_line(put.error());
  return put ? put->number : 0;
}

inline void close_contact(store::Store& store, std::int64_t number, store::ContactState state) {
  const auto closed = store.write([&](store::Sql& sql) {
    return store::close_contact_ticket(sql, number, state, SiteInFolder::kStart);
  });
  EXPECT_TRUE(closed) << to_line(closed.error());
}

inline void erase_contacts(store::Store& store, Time now) {
  const auto erased =
      store.write([&](store::Sql& sql) { return store::erase_contact_texts(sql, now, now); });
  EXPECT_TRUE(erased) << to_line(erased.error());
}

}  // namespace kb
