// What trying the drafts for a gap came to: which searches they answer, which they leave, which get
// worse, with the results before and after.
//
//   ReplayPage page{.staff = site, .label = "zwrot kosztów", .report = report, …};
//   std::string html = render(renderer, page);
//
// Plain values, pure, thread-safe.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/clock.h"
#include "server/page/renderer.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct ReplayHitView {
  std::string article;  // "pl/billing/refund"
  std::string title;
  bool is_new = false;
  bool is_changed = false;
};

struct ReplayQueryView {
  std::string query;  // empty: too few made it to be shown
  std::string lang;
  std::int64_t visitors = 0;
  std::string outcome;  // "closed", "open", "worse"
  std::string reason = {};
  std::string article = {};
  std::vector<ReplayHitView> before = {};
  std::vector<ReplayHitView> after = {};
};

struct ReplayView {
  struct Gap {
    bool is_closed = false;
    std::vector<ReplayQueryView> queries = {};
  };
  std::vector<Gap> gaps = {};
  std::int64_t answered = 0;  // searches that must not get worse
  std::vector<ReplayQueryView> worse = {};
  std::vector<std::string> problems = {};  // of files
};

struct ReplayPage {
  StaffSite staff = {};
  std::string label = {};
  std::string lang = {};
  std::string gap_url = {};
  std::string draft_url = {};
  std::string action = {};
  bool is_running = false;
  bool is_another_running = false;
  std::optional<Time> started = {};
  std::string problem = {};
  std::optional<ReplayView> report = {};
};

std::string render(const Renderer& renderer, const ReplayPage& page);

}  // namespace kb::page
