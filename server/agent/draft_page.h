// The draft of an article as an agent takes it away: to copy, or to download.
//
//   DraftPage page{.staff = site, .draft = markdown, .file = "zwrot.md", …};
//   std::string html = render(renderer, page);
//
// Plain values, pure, thread-safe.

#pragma once

#include <string>

#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct DraftPage {
  StaffSite staff = {};
  std::string draft = {};
  std::string file = {};  // what it should be called
  std::string lang = {};  // of the text
  std::string back_url = {};

  // How to ask for the same as a file: by POST with these values, so that no message stands in an
  // address.
  std::string action = {};
  std::string text = {};
  std::string ticket = {};
  std::string customer_lang = {};
};

std::string render(const Renderer& renderer, const DraftPage& page);

}  // namespace kb::page
