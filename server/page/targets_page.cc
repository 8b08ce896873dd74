#include "server/page/targets_page.h"

#include <nlohmann/json.hpp>

namespace kb::page {
namespace {

void add_target_form(const Frame& frame, nlohmann::json& model, const TargetForm& form) {
  const auto words = [&](const std::string& key) { return key.empty() ? key : frame.text(key); };
  model["figures"] = choices(form.figures);
  model["languages"] = choices(form.languages);
  model["has_categories"] = !form.categories.empty();
  model["categories"] = choices(form.categories);
  model["at_most"] = form.at_most;
  model["goal_typed"] = form.goal;
  model["by_typed"] = form.by;
  model["guards"] = choices(form.guards);
  model["guard_at_most"] = form.guard_at_most;
  model["limit_typed"] = form.guard_limit;
  model["figure_fault"] = words(form.figure_fault);
  model["goal_fault"] = words(form.goal_fault);
  model["by_fault"] = words(form.by_fault);
  model["guard_fault"] = words(form.guard_fault);
  model["limit_fault"] = words(form.limit_fault);
}

}  // namespace

std::string render(const Renderer& renderer, const TargetsPage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("targets.title")});
  model["insights_css_url"] = frame.asset_url("insights.css");
  model["action"] = page.action;
  model["insights_url"] = page.insights_url;
  add_targets(frame, model, {.lines = page.targets, .url = page.action});
  add_target_form(frame, model, page.form);
  return frame.fill("targets", model);
}

}  // namespace kb::page
