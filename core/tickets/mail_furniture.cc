#include "core/tickets/mail_furniture.h"

#include "core/tickets/greeting.h"
#include "core/tickets/mail_lines.h"
#include "core/tickets/quoted_reply.h"
#include "core/tickets/signature.h"

namespace kb::tickets {

std::string without_furniture(std::string_view message, Side side) {
  MailLines lines = remove_ending(remove_quotes(mail_lines(message)));
  if (side == Side::agent) lines = remove_sender(std::move(lines));
  const std::string body = joined(lines);
  std::string_view said = without_greeting(body);
  if (side == Side::agent) said = without_opening_thanks(said);
  return std::string(said);
}

}  // namespace kb::tickets
