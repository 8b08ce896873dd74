#include "core/tickets/greeting.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

struct Case {
  std::string_view message, rest;
};

TEST(Greeting, GoesInEveryLanguage) {
  for (const Case& each : {Case{"Hi Ana,\nmy hub is off", "my hub is off"},
                           Case{"hello, my hub is off", "my hub is off"},
                           Case{"Dear Sir or Madam,\n\nx y", "x y"},
                           Case{"Good morning!\nx y", "x y"},
                           Case{"Hello, good morning,\nx y", "x y"},
                           Case{"Hi there\nx y", "x y"},
                           Case{"Dear Mr Smith: x y", "x y"},
                           Case{"Guten Tag,\nx y", "x y"},
                           Case{"Sehr geehrte Damen und Herren,\n\nx y", "x y"},
                           Case{"Hallo Frau Müller, x y", "x y"},
                           Case{"Dzień dobry,\nx y", "x y"},
                           Case{"dzien dobry, x y", "x y"},
                           Case{"Dzień dobry, Pani Anno,\nx y", "x y"},
                           Case{"Szanowni Państwo!\nx y", "x y"},
                           Case{"Здравствуйте, Иван!\nне работает", "не работает"},
                           Case{"Добрый день.\nне работает", "не работает"},
                           Case{"Здравствуйте, Ирина! Обновите хаб.", "Обновите хаб."},
                           Case{"Bună ziua,\nx y", "x y"},
                           Case{"Buna ziua, x y", "x y"},
                           Case{"Stimate domnule Popescu,\nx y", "x y"},
                           Case{"Buongiorno,\nx y", "x y"},
                           Case{"Gentile assistenza,\nx y", "x y"},
                           Case{"Bonjour,\nx y", "x y"},
                           Case{"Hola, buenas tardes:\nx y", "x y"}})
    EXPECT_EQ(without_greeting(each.message), each.rest) << each.message;
}

TEST(Greeting, WhatIsNoneStays) {
  for (const std::string_view message :
       {"Hello my hub is offline since the update.\nHelp", "Hi my hub fails, help", "Hi Ana,",
        "History of orders, where?", "my hub is off", "Hallo", "Dear", ""})
    EXPECT_EQ(without_greeting(message), message) << message;
}

TEST(OpeningThanks, GoInEveryLanguage) {
  for (const Case& each :
       {Case{"Thank you for contacting Fernway. Restart it.", "Restart it."},
        Case{"Thanks for reaching out! I hope you are doing well.\nRestart it.", "Restart it."},
        Case{"Vielen Dank für Ihre Nachricht.\n\nStarten Sie neu.", "Starten Sie neu."},
        Case{"Dziękujemy za kontakt z Fernway. Proszę zrestartować.", "Proszę zrestartować."},
        Case{"Спасибо за обращение в Fernway! Перезапустите.", "Перезапустите."},
        Case{"Vă mulțumim că ne-ați contactat. Reporniți.", "Reporniți."},
        Case{"Grazie per averci contattato. Riavvii.", "Riavvii."},
        Case{"Merci de nous avoir contactés. Redémarrez.", "Redémarrez."},
        Case{"Gracias por contactar con nosotros. Reinicie.", "Reinicie."}})
    EXPECT_EQ(without_opening_thanks(each.message), each.rest) << each.message;
}

TEST(OpeningThanks, WhatSaysMoreStays) {
  for (const std::string_view message :
       {"Thank you for the photos. They show the serial number.", "Thank you for your message.",
        "Restart it. Thank you for contacting us.", ""})
    EXPECT_EQ(without_opening_thanks(message), message) << message;
}

}  // namespace
