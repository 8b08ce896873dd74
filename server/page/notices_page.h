// What is pinned to the home page, a form for one more, and topics that customers ask about more
// and more.
//
//   NoticesPage page{.staff = site, .action = "/writer/notices", .notices = {…}};
//   std::string html = render(renderer, page);
//
// What was typed wrongly is shown again with its fault. Plain values, pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct PinnedNotice {
  std::int64_t id = 0;
  std::string text = {};
  std::string lang = {};     // empty: all
  std::string article = {};  // its title; empty: it leads nowhere, or to what is gone
  std::string url = {};
  Time until = {};
  std::string who = {};
};

// What is typed into the form, and what of it cannot be: keys of texts, empty where nothing.
struct NoticeForm {
  std::string text = {};
  std::string lang = {};
  std::string article = {};
  std::string until = {};  // "2026-12-31"
  std::string gap = {};    // its number; may be empty
  std::string text_fault = {};
  std::string lang_fault = {};
  std::string article_fault = {};
  std::string until_fault = {};
};

// What the gap that it is for is called.
struct NoticeTopic {
  std::string label = {};  // empty: it is for none
  std::string lang = {};
};

struct RisingTopic {
  std::string label = {};
  std::string lang = {};
  std::int64_t customers = 0;
  std::string pin_url = {};  // this page, with the form begun
};

struct NoticesPage {
  StaffSite staff = {};
  std::string action = {};
  std::string back_url = {};
  std::vector<std::string> languages = {};
  std::int64_t longest_text = 0;
  std::string today = {};  // "2026-11-23"
  std::vector<PinnedNotice> notices = {};
  std::vector<RisingTopic> rising = {};
  NoticeForm form = {};
  NoticeTopic asked = {};
};

std::string render(const Renderer& renderer, const NoticesPage& page);

}  // namespace kb::page
