// Takes off what a mail program quotes below or above a reply.
//
//   remove_quotes(mail_lines("It works now.\n\nOn 3 June 2026 at 10:14 Ana wrote:\n> Hello"))
//       -> "It works now."
//
// "On … wrote:" and its kin, "-----Original Message-----", Outlook's From/Sent/To/Subject, lines
// with
// ">"; in en, de, pl, ru, ro, it, fr and es. Answers between quoted lines stay. Where nothing but a
// quote is there (a forwarded mail), the quoted text stays without its marks. Pure, thread-safe.

#pragma once

#include "core/tickets/mail_lines.h"

namespace kb::tickets {

MailLines remove_quotes(const MailLines& lines);

}  // namespace kb::tickets
