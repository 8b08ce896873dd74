#include <gtest/gtest.h>

#include <random>

#include "core/redact/redactor.h"
#include "core/text/normal_form.h"
#include "tests/core/redact/labelled_cases.h"

namespace kb::redact {
namespace {

const Redactor& redactor() {
  static const Redactor made = std::move(*Redactor::create({}));
  return made;
}

TEST(TicketRedactions, GiveOneValueOnePlaceholder) {
  TicketRedaction ticket(redactor(), "en");
  EXPECT_EQ(ticket.redact("a@mail.example, b@mail.example"), "«e-mail», «e-mail 2»");
  EXPECT_EQ(ticket.redact("again B@MAIL.example"), "again «e-mail 2»");
  EXPECT_EQ(ticket.redact("+48 601 234 567 or tel. 601234567"), "«phone» or tel. «phone»");
  EXPECT_EQ(ticket.counts().at(Kind::email), 3U);
  EXPECT_EQ(ticket.counts().at(Kind::phone), 2U);
}

TEST(TicketRedactions, KnowTheNamesOfAllTexts) {
  TicketRedaction ticket(redactor(), "en");
  const std::string first = "The lamp that Anna ordered is broken.";
  const std::string second = "Works again.\n\nBest regards,\nAnna Kowalska";
  ticket.learn(first);
  ticket.learn(second);
  EXPECT_EQ(ticket.redact(first), "The lamp that «name» ordered is broken.");
  EXPECT_EQ(ticket.redact(second), "Works again.\n\nBest regards,\n«name»");
}

TEST(TicketRedactions, SpeakTheReadersLanguage) {
  TicketRedaction ticket(redactor(), "de-AT");
  EXPECT_EQ(ticket.redact("Passwort: geheim77"), "Passwort: «Passwort»");
}

TEST(TicketRedactions, LeaveTheRestAsItWas) {
  TicketRedaction ticket(redactor(), "en");
  const std::string text = "E\u00A01042\u2009—\u200B ﬁne, ｖ２.１\r\n\tso";
  EXPECT_EQ(ticket.redact(text), text);
  EXPECT_EQ(ticket.redact("a\xFF b"), "a\uFFFD b");
}

TEST(TicketRedactions, TakeLongTextsInParts) {
  TicketRedaction ticket(redactor(), "en");
  std::string text, expected;
  for (int i = 0; i < 40'000; ++i) {
    text += "A line of a long mail without an end.\nfrom a@mail.example to here\n\n";
    expected += "A line of a long mail without an end.\nfrom «e-mail» to here\n\n";
  }
  EXPECT_TRUE(ticket.redact(text) == expected);
}

// One of a text's bytes changed, some left out, or some of another text put in.
std::string mutated(const std::vector<LabelledCase>& cases, std::mt19937& random) {
  const auto any = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  std::string text = cases[any(cases.size())].text;
  for (std::size_t changes = 1 + any(4); changes > 0; --changes) {
    const std::string& other = cases[any(cases.size())].text;
    const std::size_t at = any(text.size() + 1);
    switch (any(4)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, any(6));
        break;
      case 2:
        text.insert(at, other.substr(any(other.size()), any(40)));
        break;
      default:
        text.insert(at, 1, "\n@«»:=+ 0-."[any(12)]);
    }
  }
  return text;
}

TEST(TicketRedactions, StandAnyTextAndChangeNothingTheSecondTime) {
  const auto cases = read_cases(std::string(KB_REDACT_CASES));
  std::mt19937 random(20261122);
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = mutated(cases, random);
    const std::string& lang = cases[static_cast<std::size_t>(i) % cases.size()].lang;
    TicketRedaction first(redactor(), lang), second(redactor(), lang);
    const std::string once = first.redact(text);
    ASSERT_TRUE(text::is_valid_utf8(once)) << text;
    ASSERT_EQ(second.redact(once), once) << text;
  }
}

}  // namespace
}  // namespace kb::redact
