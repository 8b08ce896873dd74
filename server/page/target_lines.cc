#include "server/page/target_lines.h"

#include <nlohmann/json.hpp>

namespace kb::page {

using nlohmann::json;

json target_item(const Frame& frame, const TargetLine& line) {
  json item = {{"id", std::to_string(line.id)},
               {"what", line.title},
               {"by", line.by},
               {"by_day", line.by_day},
               {"who", line.who},
               {"start", line.start},
               {"now", line.now},
               {"goal", line.goal},
               {"has_done", line.done.has_value()},
               {"done_percent", std::to_string(line.done.value_or(0))},
               {"outlook", frame.text("targets.outlook_" + line.outlook)},
               {"outlook_kind", line.outlook},
               {"expected", line.expected},
               {"guard", line.guard},
               {"guard_now", line.guard_now},
               {"guard_broken", line.guard_state == "broken"}};
  item["guard_state"] =
      line.guard.empty() ? std::string() : frame.text("targets.guard_" + line.guard_state);
  return item;
}

void add_targets(const Frame& frame, json& model, const TargetsSummary& targets) {
  auto lines = json::array();
  for (const auto& line : targets.lines) lines.push_back(target_item(frame, line));
  model["has_targets"] = !lines.empty();
  model["target_lines"] = std::move(lines);
  model["targets_url"] = targets.url;
}

}  // namespace kb::page
