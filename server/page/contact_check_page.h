// Between the contact form and the team, without JavaScript: what may answer the message, and a
// plain way to send it all the same. And the page that follows when an article did answer it.
//
//   ContactCheckPage page{.site = context.site(), .action = urls.contact("en"), .fields = typed};
//   page.suggestions = …;
//   std::string html = render(renderer, page);
//
// Both carry all that was typed, unseen, so that going back loses nothing. Pure and thread-safe.

#pragma once

#include <string>
#include <vector>

#include "server/page/contact_parts.h"

namespace kb::page {

class Renderer;

struct ContactCheckPage {
  Site site = {};
  std::string action = {};
  ContactFields fields = {};
  std::vector<ContactSuggestion> suggestions = {};
};

struct ContactSolvedPage {
  Site site = {};
  std::string action = {};
  ContactFields fields = {};
  std::string survey_url = {};  // empty: nothing is asked
};

std::string render(const Renderer& renderer, const ContactCheckPage& page);
std::string render(const Renderer& renderer, const ContactSolvedPage& page);

}  // namespace kb::page
