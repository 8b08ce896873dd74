#include "core/tickets/mail_header.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

using testing::ElementsAre;
using testing::IsEmpty;

TEST(MailHeader, FieldsAreUnfoldedAndDecoded) {
  const MailHeader header = read_mail_header(
      "Subject: =?UTF-8?Q?Zwrot_pieni=C4=99?=\r\n =?UTF-8?Q?dzy?= now\r\nFROM:  Ana "
      "<a@b.example>\r\n"
      "no colon\r\nSubject: second\r\n\r\nBody: x\r\n");
  EXPECT_EQ(header.text("subject"), "Zwrot pieniędzy now");
  EXPECT_EQ(header.raw("from"), "Ana <a@b.example>");
  EXPECT_EQ(header.raw("body"), "");
}

TEST(MailHeader, EncodedWords) {
  EXPECT_EQ(decode_words("=?iso-8859-2?B?v/Ozsg==?= a"), "żół˛ a");
  EXPECT_EQ(decode_words("a =?utf-8?q?b?= c"), "a b c");
  EXPECT_EQ(decode_words("=?utf-8?q?a?= =?utf-8?q?b?="), "ab");
  EXPECT_EQ(decode_words("=?utf-8?B?0J8=?= =?utf-8?B?0YA=?="), "Пр");
  EXPECT_EQ(decode_words("=?klingon?q?a?= x"), "a x");
  EXPECT_EQ(decode_words("what =? is this"), "what =? is this");
  EXPECT_EQ(decode_words("=?"), "=?");
}

TEST(MailHeader, AddressesIdsAndParameters) {
  EXPECT_EQ(mail_address("\"Pop, Ana\" <Ana@Example.com>, b@c.example").address, "ana@example.com");
  EXPECT_EQ(mail_address("=?utf-8?q?Ana?= <a@b.example>").name, "Ana");
  EXPECT_EQ(mail_address("ana@example.com (Ana)").address, "ana@example.com");
  EXPECT_EQ(mail_address("undisclosed").address, "");
  EXPECT_THAT(message_ids("<a@b> junk <c@d>"), ElementsAre("a@b", "c@d"));
  EXPECT_THAT(message_ids("none"), IsEmpty());
  EXPECT_EQ(parameter("text/plain; charset=\"utf-8\"; x=y", "charset"), "utf-8");
  EXPECT_EQ(parameter("multipart/mixed; Boundary=abc", "boundary"), "abc");
  EXPECT_EQ(parameter("text/plain", "charset"), "");
}

TEST(MailHeader, TransferEncodings) {
  EXPECT_EQ(decode_base64("SGVs\r\nbG8="), "Hello");
  EXPECT_EQ(decode_quoted_printable("a=3D=\r\nb=C3=A9 =ZZ="), "a=b\xC3\xA9 =ZZ");
}

}  // namespace
