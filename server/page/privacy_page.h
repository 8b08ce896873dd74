// What is kept of visitors, and how long: in their words, from the settings that are in force.
//
//   PrivacyPage page{.site = site, .keep_days = 180, .contact_days = 90};
//   std::string html = render(renderer, page);
//
// Pure and thread-safe.

#pragma once

#include <string>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

struct PrivacyPage {
  Site site = {};        // site.contact_url: where to ask
  int keep_days = 0;     // of what is noted of visits
  int contact_days = 0;  // of what is sent with the contact form; 0: there is none
  bool mails = false;    // who wants to be told when something is answered leaves an address
};

std::string render(const Renderer& renderer, const PrivacyPage& page);

}  // namespace kb::page
