#include "server/contact/contact_message.h"

#include <gtest/gtest.h>

namespace kb {
namespace {

struct Case {
  std::string address;
  bool is_address;
};
class MailAddresses : public testing::TestWithParam<Case> {};

TEST_P(MailAddresses, AreToldFromOtherText) {
  EXPECT_EQ(can_be_answered(GetParam().address), GetParam().is_address) << GetParam().address;
}

INSTANTIATE_TEST_SUITE_P(
    Texts, MailAddresses,
    testing::Values(Case{"ana@example.com", true}, Case{"a.b+c_d@mail.example.co", true},
                    Case{"ană@exämple.example", false}, Case{"", false}, Case{"ana", false},
                    Case{"@example.com", false}, Case{"ana@", false}, Case{"ana@example", false},
                    Case{"ana@.com", false}, Case{"ana@a..b", false}, Case{"ana@example.", false},
                    Case{"a b@example.com", false}, Case{"a@b@example.com", false},
                    Case{"Ana <ana@example.com>", false},
                    Case{"a@example.com,b@example.com", false},
                    Case{"a@example.com\r\nBcc: b@example.com", false},
                    Case{std::string(250, 'a') + "@b.co", false}));

std::string problems(const ContactMessage& message) {
  std::string all;
  for (const auto& fault : faults_of(message)) all += fault.key + " ";
  return all;
}

TEST(ContactMessage, NamesEachFieldThatIsWrong) {
  EXPECT_EQ(problems({}), "contact.fault_subject contact.fault_description contact.fault_email ");
  EXPECT_EQ(problems({.subject = std::string(201, 'x'),
                      .description = std::string(20'001, 'x'),
                      .email = "ana@example.com"}),
            "contact.fault_subject_long contact.fault_description_long ");
}

// Counted were bytes, and a subject of 120 Arabic letters was too long.
TEST(ContactMessage, CountsCharacters) {
  std::string subject;
  for (int i = 0; i < 200; ++i) subject += "ع";
  EXPECT_EQ(problems({.subject = subject, .description = "x", .email = "ana@example.com"}), "");
}

TEST(ContactMessage, HasASubjectOfOneLineAndATextAsTyped) {
  const auto message = tidied({.subject = " A\nBcc: x\t ",
                               .description = "\n One\n\tTwo\x01\n",
                               .email = " ana@example.com\n"});
  EXPECT_EQ(message.subject, "A Bcc: x");
  EXPECT_EQ(message.description, "One\n\tTwo");
  EXPECT_EQ(message.email, "ana@example.com");
}

TEST(ContactMessage, SentTwiceHasTheSameKey) {
  const ContactMessage message{.subject = "a", .description = "bc", .email = "d"};
  EXPECT_EQ(send_key(message, "form"), send_key(message, "form"));
  EXPECT_NE(send_key(message, "form"), send_key(message, "other"));
  EXPECT_NE(send_key(message, "f"),
            send_key({.subject = "ab", .description = "c", .email = "d"}, "f"));
}

}  // namespace
}  // namespace kb
