#include "core/tickets/mail_furniture.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

struct Case {
  std::string_view message, rest;
};

TEST(MailFurniture, LeavesWhatTheCustomerSays) {
  for (const Case& each :
       {Case{"Hi Ana,\n\nmy hub is offline since Monday.\nWhat can I do?\n\nBest regards,\nTom\n"
             "+44 20 7946 0000\n\nOn 3 June 2026 at 10:14 Fernway wrote:\n> We got your mail",
             "my hub is offline since Monday.\nWhat can I do?"},
        Case{"Dzień dobry,\nnie moge zwrocic lampy\npozdrawiam\nAnna Kowalska\ntel. 601 000 000",
             "nie moge zwrocic lampy"},
        Case{"Sehr geehrte Damen und Herren,\n\nder Hub blinkt rot.\n\nMit freundlichen Grüßen\n"
             "Anna Müller\n\nDiese E-Mail enthält vertrauliche Informationen.",
             "der Hub blinkt rot."},
        Case{"Здравствуйте!\nХаб не работает.\nС уважением,\nАнна", "Хаб не работает."},
        Case{"Bună ziua,\nhub-ul nu merge.\nCu stimă,\nAna", "hub-ul nu merge."},
        Case{"Buongiorno,\nl'hub non funziona.\nCordiali saluti\nAnna", "l'hub non funziona."},
        Case{"Bonjour,\nle hub ne marche pas.\nCordialement,\nAnne", "le hub ne marche pas."},
        Case{"Hola:\nel hub no funciona.\nUn saludo,\nAna", "el hub no funciona."},
        Case{"Hi", "Hi"}, Case{"Thanks,\nAna", "Thanks,\nAna"}, Case{"", ""}})
    EXPECT_EQ(without_furniture(each.message, Side::customer), each.rest) << each.message;
}

TEST(MailFurniture, LeavesWhatTheAgentSays) {
  EXPECT_EQ(
      without_furniture("Hello Tom,\n\nThank you for contacting Fernway. Please hold the button "
                        "for 10 seconds.\n\nBest regards,\nAna\nFernway Support",
                        Side::agent),
      "Please hold the button for 10 seconds.");
  EXPECT_EQ(without_furniture("Thank you for contacting Fernway.", Side::customer),
            "Thank you for contacting Fernway.");
}

}  // namespace
