#include "core/tickets/signature.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

std::string without_ending(const std::string& message) {
  return joined(remove_ending(mail_lines(message)));
}

TEST(Signature, GoesInEveryLanguage) {
  for (const std::string ending : {"-- \nAna Pop\n+40 21 555 0100",
                                   "--\nAna",
                                   "Best regards,\nAna Pop\nHead of Tea, Acme Ltd.",
                                   "Kind regards\nAna",
                                   "Thanks,\nAna",
                                   "Thanks in advance!\nAna Pop",
                                   "Thank you, Ana",
                                   "Cheers\nAna",
                                   "Thanks, best regards,\nAna",
                                   "Mit freundlichen Grüßen\nAnna Müller\nHauptstr. 5",
                                   "Viele Grüße Anna",
                                   "MfG\nAnna",
                                   "Danke und viele Grüße\nAnna",
                                   "Pozdrawiam\nAnna Kowalska",
                                   "Z poważaniem,\nAnna",
                                   "pozdrawiam serdecznie",
                                   "Z góry dziękuję\nAnna",
                                   "С уважением,\nАнна",
                                   "Спасибо!\nАнна",
                                   "Заранее спасибо",
                                   "Cu stimă,\nAna",
                                   "Cu stima\nAna",
                                   "Mulțumesc,\nAna",
                                   "Cordiali saluti\nAnna",
                                   "Grazie mille,\nAnna",
                                   "Cordialement,\nAnne",
                                   "Un saludo,\nAna",
                                   "Sent from my iPhone",
                                   "Get Outlook for iOS",
                                   "Von meinem iPhone gesendet",
                                   "Wysłane z iPhone'a",
                                   "Отправлено с iPhone",
                                   "Trimis de pe iPhone-ul meu",
                                   "Inviato da iPhone",
                                   "Thanks\nAna\n\nSent from my phone"})
    EXPECT_EQ(without_ending("My hub is off.\n\n" + ending), "My hub is off.") << ending;
}

TEST(Signature, LegalFootersGo) {
  for (const std::string footer :
       {"This e-mail and any attachments are confidential and intended for the addressee only.",
        "CONFIDENTIALITY NOTICE: do not read.", "Please consider the environment before printing.",
        "Diese E-Mail enthält vertrauliche Informationen.",
        "Acme GmbH, Amtsgericht Köln, HRB 12345",
        "Ta wiadomość jest poufna i przeznaczona wyłącznie dla adresata.",
        "Administratorem danych osobowych jest Acme sp. z o.o.",
        "Данное сообщение является конфиденциальным.", "Acest mesaj este confidențial.",
        "Questo messaggio è riservato al destinatario.", "Ce message est confidentiel.",
        "Este mensaje es confidencial."})
    EXPECT_EQ(without_ending("My hub is off.\n\nRegards,\nAna\n\n" + footer), "My hub is off.")
        << footer;
}

TEST(Signature, WhatAsksOrGoesOnStays) {
  for (const std::string message :
       {"My hub is off.\nThanks\nAlso the lamp flickers.", "Thanks that worked\nAna",
        "My hub is off.\nBest regards,\nAna\n\nPS: and can I return the lamp?", "Thanks,\nAna",
        "--\nAna", "Sent from my iPhone", "Danke",
        "My hub sends this message every day, it is red.",
        "Regards to the team who fixed my hub last week"})
    EXPECT_EQ(without_ending(message), message) << message;
}

TEST(Signature, AnAgentsNameNeedsNoClosingWord) {
  const auto bare_reply = [](const std::string& message) {
    return joined(remove_sender(mail_lines(message)));
  };
  EXPECT_EQ(bare_reply("Restart it.\n\nInes\nFernway Support\n"), "Restart it.");
  EXPECT_EQ(bare_reply("Restart it.\n\nМаша"), "Restart it.");
  for (const std::string message : {"Restart it.\nInes", "Restart it.\n\nThen wait 5 minutes",
                                    "Restart it.\n\nOpen the settings and choose Update", "Ines"})
    EXPECT_EQ(bare_reply(message), message);
}

}  // namespace
