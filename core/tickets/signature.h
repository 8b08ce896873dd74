// Takes off how a message ends: signature, "Best regards" to the end, "Sent from my iPhone", legal
// footers.
//
//   remove_ending(mail_lines("It is broken.\n\nBest regards,\nAna Pop\nHead of Something"))
//       -> "It is broken."
//
// In en, de, pl, ru, ro, it, fr and es. Careful: what follows a closing word and asks, or goes on
// in sentences, is no signature; a message that would be nothing stays. Pure, thread-safe.

#pragma once

#include "core/tickets/mail_lines.h"

namespace kb::tickets {

MailLines remove_ending(MailLines lines);

// Of an agent's message: the name and the team below it, which need no closing word.
MailLines remove_sender(MailLines lines);

}  // namespace kb::tickets
