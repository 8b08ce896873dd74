// The questions that wait for a writer, page by page, with what to choose them by.
//
//   ReviewQueuePage page{.staff = site, .action = "/writer/review", .questions = {…}};
//   std::string html = render(renderer, page);
//
// Plain values, pure.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct QueuedQuestion {
  std::string title = {};
  std::string lang = {};
  std::string url = {};
  std::int64_t count = 1;
  std::optional<double> satisfaction = {};
  Time last_asked = {};
  std::string topic = {};
  std::string state = {};    // key of a text; empty: nobody has begun
  std::string nearest = {};  // the article that answers best; empty: none
  std::string nearest_url = {};
};

struct ReviewQueuePage {
  StaffSite staff = {};
  std::string action = {};
  std::vector<std::string> languages = {};
  std::vector<std::string> topics = {};
  std::string lang = {};  // chosen; empty: all
  std::string topic = {};
  std::int64_t least = 1;
  std::int64_t count = 0;  // of all pages
  std::vector<QueuedQuestion> questions = {};
  Paging paging = {};
};

std::string render(const Renderer& renderer, const ReviewQueuePage& page);

}  // namespace kb::page
