#include "core/tickets/mime_body.h"

#include <gtest/gtest.h>

namespace {

using namespace kb;
using namespace kb::tickets;

MimeText read_mail(const std::string& mail) {
  const MailHeader header = read_mail_header(mail);
  return read_mime_body(header, std::string_view(mail).substr(header.size));
}

TEST(MimeBody, OneTextPart) {
  EXPECT_EQ(read_mail("Subject: x\n\nHello\n").text, "Hello\n");
  EXPECT_EQ(read_mail("Content-Type: text/plain; charset=windows-1252\n\ncaf\xE9").text, "café");
  EXPECT_EQ(read_mail("Content-Type: text/plain\n\ncaf\xE9").text, "café");
  EXPECT_EQ(read_mail("Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: "
                      "quoted-printable\n\nza=BF=F3=B3=E6")
                .text,
            "zażółć");
  EXPECT_TRUE(read_mail("Content-Type: text/html\n\n<p>x").is_html);
  EXPECT_EQ(read_mail("Content-Type: image/png\n\nxxxx").text, "");
}

const std::string kAlternative =
    "Content-Type: multipart/alternative; boundary=\"b1\"\n\npreamble\n--b1\nContent-Type: "
    "text/html\n\n<p>HTML</p>\n--b1\nContent-Type: text/plain; charset=utf-8\n"
    "Content-Transfer-Encoding: base64\n\nUGxhaW4=\n--b1--\nepilogue";

TEST(MimeBody, TextIsPreferredToHtml) {
  EXPECT_EQ(read_mail(kAlternative).text, "Plain");
  EXPECT_FALSE(read_mail(kAlternative).is_html);
  const MimeText html = read_mail(
      "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n  "
      "\n--b\n"
      "Content-Type: text/html\n\n<p>x</p>\n--b--");
  EXPECT_TRUE(html.is_html);
}

TEST(MimeBody, AttachmentsAndWhatIsCutOff) {
  EXPECT_EQ(
      read_mail(
          "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n"
          "Content-Disposition: attachment\n\nlog\n--b\nContent-Type: text/plain\n\ntext\n--b\n"
          "Content-Type: application/pdf\n\n%PDF")
          .text,
      "text\n");
  EXPECT_EQ(read_mail("Content-Type: multipart/mixed; boundary=b\n\nno part").text, "");
  EXPECT_EQ(read_mail("Content-Type: multipart/mixed\n\nx").text, "");
}

}  // namespace
