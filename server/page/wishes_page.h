// What customers wish for: the wish of most customers first.
//
//   WishesPage page{.staff = site, .action = "/writer/wishes",
//                   .wishes = {{.label = "dark mode", .lang = "en", .customers = 31}}};
//   std::string html = render(renderer, page);
//
// Types and trends are keys: worded by "wishes.type_bug", "wishes.trend_rising". Plain values,
// pure.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct WishesPage {
  struct Elsewhere {
    std::string lang = {};
    std::string label = {};
  };
  struct Wish {
    std::string label = {};
    std::string lang = {};
    std::string type = {};
    std::string topic = {};  // may be empty
    std::string trend = {};
    std::int64_t customers = 0;
    std::int64_t recent = 0;
    std::int64_t before = 0;
    std::int64_t ticket_count = 0;
    Time newest = {};
    std::vector<Link> tickets = {};  // the newest ones
    std::vector<Elsewhere> elsewhere = {};
  };
  StaffSite staff = {};
  std::string action = {};
  std::vector<Choice> types = {};
  std::vector<Choice> languages = {};
  bool has_any = false;   // chosen or not
  bool can_send = false;  // there is a webhook
  std::string csv_url = {};
  std::string json_url = {};
  std::int64_t count = 0;  // of all pages
  std::vector<Wish> wishes = {};
  Paging paging = {};
};

std::string render(const Renderer& renderer, const WishesPage& page);

}  // namespace kb::page
