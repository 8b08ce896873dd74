// The private page of a message that was sent: its number, where it stands, when to expect an
// answer, what was sent, and what may help until then.
//
//   ContactTicketPage page{.site = context.site(), .number = 1042, .state = "open"};
//   std::string html = render(renderer, page);
//
// `asks_solved`: it was opened to say that it is solved, so that comes first. Pure and thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/contact_parts.h"

namespace kb::page {

class Renderer;

struct ContactTicketPage {
  Site site = {};
  std::int64_t number = 0;
  std::string state = {};    // "open", "solved", "answered"
  bool just_sent = false;    // says thank you
  bool just_closed = false;  // likewise
  bool asks_solved = false;
  Time created = {};
  int answer_minutes = 0;
  std::string subject = {};  // both empty: deleted by now
  std::string description = {};
  std::string email = {};
  std::vector<ContactStep> trail = {};
  std::vector<ArticleLink> articles = {};
  std::string action = {};
  std::string contact_url = {};  // to write again
  std::string survey_url = {};   // once it is closed; empty: nothing is asked
};

std::string render(const Renderer& renderer, const ContactTicketPage& page);

}  // namespace kb::page
