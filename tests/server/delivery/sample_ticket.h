// A customer's ticket and what mails about it are made from, for the tests of what goes out.
//
//   SampleTicket sample;
//   sample.ticket.lang = "ro";
//   EXPECT_THAT(as_text(received_mail(sample.request()).body), HasSubstr("1042"));
//
// Belongs to one thread.

#pragma once

#include <gtest/gtest.h>

#include "server/delivery/ticket_deliveries.h"

namespace kb {

inline const page::Texts& sample_texts() {
  static const auto loaded = page::Texts::load(std::string(KB_SOURCE_FOLDER) + "/templates/i18n");
  if (!loaded) ADD_FAILURE() << to_line(loaded.error());
  return loaded.value();
}

struct SampleTicket {
  SampleTicket() {
    config.site.name = "Fernway Help";
    config.site.base_url = "https://help.example";
    config.contact.webhook = "https://desk.example/hook";
    config.contact.webhook_secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    config.contact.mail_to = "team@fernway.example";
    config.mail.smtp = "smtp://127.0.0.1:25";
    config.mail.from = "help@fernway.example";
  }

  TicketDeliveryRequest request() const {
    return {config, sample_texts(), ticket, links, now, answer_minutes};
  }

  Config config;
  store::ContactTicket ticket = {
      .number = 1042,
      .lang = "en",
      .category = "billing",
      .channel = "form",
      .subject = "Where is my refund?",
      .description = "I sent it back.\nNothing came.",
      .email = "ana@mail.example",
      .page = "https://app.example/orders",
      .trail = R"({"steps": [{"kind": "searched", "lang": "en", "what": "late refund"},)"
               R"( {"kind": "not_helped", "lang": "en", "what": "billing/refund"}]})",
      .created = Time(std::chrono::seconds{1'795'389'600})};
  TicketLinks links = {.state = "https://help.example/en/contact/x",
                       .solved = "https://help.example/en/contact/x?solved=1",
                       .articles = {{"How refunds work", "https://help.example/en/a/refund"}}};
  Time now = Time(std::chrono::seconds{1'795'389'600});
  int answer_minutes = 240;
};

}  // namespace kb
