// The team's targets: those that are open, each with how it stands, and the form for another.
//
//   TargetsPage page{.staff = site, .action = "/writer/targets", .targets = {…}};
//   page.form.figures = {{"zero_result_rate", "Searches without results", true}};
//   std::string html = render(renderer, page);
//
// What is wrong with a field stands beside it, and what was typed stays. Plain values, pure.

#pragma once

#include <string>
#include <vector>

#include "server/page/renderer.h"
#include "server/page/review_parts.h"
#include "server/page/target_lines.h"

namespace kb::page {

struct TargetForm {
  std::vector<Choice> figures = {};
  std::vector<Choice> languages = {};
  std::vector<Choice> categories = {};
  bool at_most = true;
  std::string goal = {};  // as typed, here and below
  std::string by = {};
  std::vector<Choice> guards = {};
  bool guard_at_most = false;
  std::string guard_limit = {};
  // Keys of texts; empty: nothing is wrong.
  std::string figure_fault = {};
  std::string goal_fault = {};
  std::string by_fault = {};
  std::string guard_fault = {};
  std::string limit_fault = {};
};

struct TargetsPage {
  StaffSite staff = {};
  std::string action = {};
  std::string insights_url = {};
  std::vector<TargetLine> targets = {};
  TargetForm form = {};
};

std::string render(const Renderer& renderer, const TargetsPage& page);

}  // namespace kb::page
