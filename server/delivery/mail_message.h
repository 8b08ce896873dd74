// A mail as it goes over the wire (RFC 5322): headers that any text is safe in, the same words as
// plain text and as HTML.
//
//   MailMessage mail{.from = {"Fernway Help", "help@fernway.example"}, .to = "ana@mail.example",
//                    .subject = "Am primit mesajul", .id = "ticket/1042/received", .date = now,
//                    .body = body};
//   std::string payload = to_wire(mail);
//
// Everything is ASCII in the end, lines end in CRLF and are at most 998 bytes long (but for those
// of whoever writes a header of more: none here). Line breaks in a text never end a header. Pure,
// thread-safe.

#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "server/delivery/mail_body.h"
#include "server/http/message.h"

namespace kb {

struct Mailbox {
  std::string name = {};
  std::string address = {};
};

struct MailMessage {
  Mailbox from = {};
  std::string to = {};
  std::string reply_to = {};  // empty: none
  std::string subject = {};
  std::string id = {};  // what it is about, once for each mail: becomes the Message-ID
  Time date = {};
  bool answers = false;                   // a mail that answers one of theirs: "auto-replied"
  std::vector<http::Field> headers = {};  // more, for programs: ASCII as it stands
  MailBody body = {};
};

std::string to_wire(const MailMessage& mail);

// An address that mails can go to: ASCII, one "@", nothing that a header or SMTP would trip over.
bool is_mail_address(std::string_view text);

}  // namespace kb
