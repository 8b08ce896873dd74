#include "core/tickets/quoted_reply.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

struct Case {
  std::string message, rest;
};

std::string bare(const std::string& message) {
  return joined(remove_quotes(mail_lines(message)));
}

TEST(QuotedReply, GoesInEveryLanguage) {
  for (const std::string attribution :
       {"On Wed, 3 Jun 2026 at 10:14, Fernway <help@fernway.example> wrote:",
        "On Wed, 3 Jun 2026 at 10:14, Fernway Support\n<help@fernway.example> wrote:",
        "Am 03.06.2026 um 10:14 schrieb Fernway <help@fernway.example>:",
        "Am Mi., 3. Juni 2026 um 10:14 Uhr schrieb Fernway:",
        "W dniu 3.06.2026 o 10:14, Fernway pisze:",
        "śr., 3 cze 2026 o 10:14 Fernway <help@fernway.example> napisał(a):",
        "3 июня 2026 г., 10:14, Fernway <help@fernway.example> пишет:",
        "ср, 3 июн. 2026 г. в 10:14, Fernway написал:",
        "Pe 3 iun. 2026, la 10:14, Fernway a scris:",
        "Il giorno mer 3 giu 2026 alle ore 10:14 Fernway ha scritto:",
        "Le mer. 3 juin 2026 à 10:14, Fernway a écrit :",
        "El mié, 3 jun 2026 a las 10:14, Fernway escribió:", "-----Original Message-----",
        "-----Ursprüngliche Nachricht-----", "---- Wiadomość oryginalna ----",
        "-------- Исходное сообщение --------", "-----Mesaj original-----",
        "-----Messaggio originale-----", "##- Please type your reply above this line -##"}) {
    EXPECT_EQ(bare("It works now.\n\n" + attribution + "\n> Is it on?\n>\n> Ana"), "It works now.")
        << attribution;
    EXPECT_EQ(bare("It works now.\n\n" + attribution + "\nIs it on?\n\nAna"), "It works now.")
        << attribution;
  }
}

TEST(QuotedReply, OutlooksHeaderToo) {
  for (const std::string header :
       {"From: Fernway <help@fernway.example>\nSent: Wednesday, 3 June\nTo: Ana\nSubject: Hub",
        "Von: Fernway\nGesendet: Mittwoch\nAn: Ana\nBetreff: Hub",
        "Od: Fernway\nWysłano: środa\nDo: Ana\nTemat: Hub",
        "От: Fernway\nОтправлено: среда\nКому: Анна\nТема: Хаб",
        "De la: Fernway\nTrimis: miercuri\nCătre: Ana\nSubiect: Hub",
        "Da: Fernway\nInviato: mercoledì\nA: Ana\nOggetto: Hub",
        "________________________________\nFrom: Fernway\nSent: Wednesday\nTo: Ana"})
    EXPECT_EQ(bare("Still broken.\n\n" + header + "\n\nIs it on?"), "Still broken.") << header;
}

TEST(QuotedReply, AnswersBetweenTheLinesStay) {
  EXPECT_EQ(bare("On 3 June 2026 at 10:14 Ana wrote:\n> Is it on?\nYes.\n> And the light?\nRed."),
            "Yes.\nRed.");
}

// A forwarded mail was nothing but a quote, and the question was lost.
TEST(QuotedReply, WhereOnlyAQuoteIsItStays) {
  EXPECT_EQ(bare("-----Forwarded message-----\nMy hub is off."), "My hub is off.");
  EXPECT_EQ(bare("> my hub is off\n> please help"), "my hub is off\nplease help");
}

TEST(QuotedReply, SentencesAreNoAttributions) {
  for (const std::string message :
       {"Your colleague wrote: restart it.\nIt did not help.", "From: where do I get it?\nThanks",
        "On the app it says:\nE-1042", "I wrote:\nyou did not answer", "a > b", "-- original idea",
        "The original message was:\nno"})
    EXPECT_EQ(bare(message), message);
}

}  // namespace
