// An article as agents read it, with what they may offer unasked: the passages that customers do
// not see are marked.
//
//   PreviewPage page{.staff = site, .title = "Refunds", .lang = "en", .html = html};
//   std::string rendered = render(renderer, page);
//
// The console's script takes the <article> out of it and shows it in place. `html` is trusted:
// safe, links resolved. Plain values, pure, thread-safe.

#pragma once

#include <string>

#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct PreviewPage {
  StaffSite staff = {};
  std::string title = {};
  std::string lang = {};  // of the text
  std::string summary = {};
  std::string html = {};
  std::string link = {};  // as customers read it; empty: they cannot
  std::string back_url = {};
};

std::string render(const Renderer& renderer, const PreviewPage& page);

}  // namespace kb::page
