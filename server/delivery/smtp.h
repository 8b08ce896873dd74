// Hands a mail to the SMTP server that kb.yaml names.
//
//   const Attempt made = send_mail(config.mail, {.to = "ana@mail.example", .wire = payload});
//
// smtps:// is encrypted from the start, smtp:// by STARTTLS: without either nothing is sent, unless
// mail.require_encryption is false. What the server refuses for good (550 to 559: no such mailbox)
// is refused, everything else failed. Thread-safe.

#pragma once

#include <string>

#include "core/base/config.h"
#include "server/delivery/attempt.h"
#include "server/delivery/transfer.h"

namespace kb {

struct OutgoingMail {
  std::string to;
  std::string wire;  // mail_message.h
  TransferLimits limits = {};
};

Attempt send_mail(const MailConfig& config, const OutgoingMail& mail);

}  // namespace kb
