// The open flags, by the owner of the article.
//
//   FlagsPage page{.staff = staff.site("agent"), .flags = …};      // sorted by owner
//   std::string html = render(renderer, page);
//
// Each can be closed with a note. Plain values, pure, thread-safe.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct FlagLine {
  std::int64_t id = 0;
  std::string owner = {};  // may be empty
  std::string title = {};  // of the article; its id where it is gone
  std::string lang = {};
  std::string url = {};   // empty: the article is gone
  std::string kind = {};  // its key: "wrong"
  std::string note = {};
  std::string ticket = {};
  std::string who = {};
  Time at = {};
};

struct FlagsPage {
  StaffSite staff = {};
  std::string action = {};
  std::string back_url = {};
  std::vector<FlagLine> flags = {};
};

std::string render(const Renderer& renderer, const FlagsPage& page);

}  // namespace kb::page
