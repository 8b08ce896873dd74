// The draft of an article for a gap: its text to look at and change, and where it may go.
//
//   GapDraftPage page{.staff = site, .label = "zwrot kosztów", .text = markdown, …};
//   std::string html = render(renderer, page);
//
// Plain values, pure, thread-safe.

#pragma once

#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct WrittenDraft {
  std::string where;
  std::string who;
  Time when;
};

struct GapDraftPage {
  StaffSite staff = {};
  std::string label = {};  // of the gap
  std::string lang = {};   // of the text
  std::string gap_url = {};
  std::string action = {};
  std::string replay_url = {};
  std::string text = {};
  std::string path = {};  // the article's id
  bool is_translation = false;
  std::string file = {};                   // where it would go; empty: nowhere
  std::string branch = {};                 // git branch; empty: the file alone
  std::vector<WrittenDraft> written = {};  // before, the oldest first

  std::string path_fault = {};  // key of a text
  std::string text_fault = {};
  std::string problem = {};
};

std::string render(const Renderer& renderer, const GapDraftPage& page);

}  // namespace kb::page
