#include "server/page/review_parts.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "core/base/date.h"

namespace kb::page {
namespace {

using nlohmann::json;
using State = BuildView::State;

std::string build_state_text(const Frame& frame, const BuildView& build) {
  const auto seconds = decimal(static_cast<double>(build.took.count()) / 1000, 1);
  switch (build.state) {
    case State::idle:
      return frame.text("writer.build_idle");
    case State::running:
      return frame.text("writer.build_running");
    case State::done:
      return frame.text("writer.build_done", {{"seconds", seconds}});
    case State::with_problems:
      return frame.text("writer.build_problems", {{"seconds", seconds}});
    case State::failed:
      return frame.text("writer.build_failed");
  }
  return {};
}

// "2026-11-22 08:30 UTC": when it was matters to the minute.
std::string minute(Time time) {
  auto text = iso_time(time).substr(0, 16);
  text[10] = ' ';
  return text + " UTC";
}

}  // namespace

json writer_model(const Frame& frame, const StaffSite& staff, const StaffHead& head) {
  auto model = staff_model(frame, staff, head);
  model["writer_css_url"] = frame.asset_url("writer.css");
  return model;
}

void add_build(const Frame& frame, json& model, const BuildView& build) {
  const bool faulty = build.state == State::with_problems || build.state == State::failed;
  std::string lines;
  for (const auto& line : build.lines) lines += line + "\n";
  model["build_kind"] = faulty ? "faulty" : "";
  model["build_faulty"] = faulty;
  model["build_state"] = build_state_text(frame, build);
  model["build_when"] = build.started ? minute(*build.started) : "";
  model["build_when_iso"] = build.started ? iso_time(*build.started) : "";
  model["build_again"] = build.again;
  model["has_build_lines"] = !lines.empty();
  model["build_lines"] = std::move(lines);
}

json parts(const std::vector<MarkedPart>& text) {
  auto items = json::array();
  for (const auto& part : text) items.push_back({{"text", part.text}, {"marked", part.marked}});
  return items;
}

std::string criterion_name(const Frame& frame, std::string_view criterion) {
  if (criterion == "correct") return frame.text("rating.correct");
  if (criterion == "complete") return frame.text("rating.complete");
  if (criterion == "clear") return frame.text("rating.clear");
  return frame.text("rating.tone");
}

void add_rating(const Frame& frame, json& model, const RatingForm& rating) {
  auto criteria = json::array();
  std::string given;
  for (std::size_t i = 0; i < kCriteria.size(); ++i) {
    const auto label = criterion_name(frame, kCriteria[i]);
    given += (given.empty() ? "" : " · ") + label + ": " + std::to_string(rating.marks[i]);
    auto marks = json::array();
    for (int mark = 1; mark <= 5; ++mark)
      marks.push_back({{"mark", std::to_string(mark)}, {"chosen", mark == rating.marks[i]}});
    criteria.push_back(
        {{"key", std::string(kCriteria[i])}, {"label", label}, {"marks", std::move(marks)}});
  }
  model["action"] = rating.action;
  model["may_rate"] = rating.may_rate;
  model["rated"] = rating.rated ? frame.text("rating.given", {{"marks", given}}) : "";
  model["criteria"] = std::move(criteria);
  model["rating_note"] = rating.note;
  model["rating_fault"] = rating.fault.empty() ? "" : frame.text(rating.fault);
}

json choices(const std::vector<Choice>& choices) {
  auto items = json::array();
  for (const auto& each : choices)
    items.push_back({{"key", each.key}, {"label", each.label}, {"chosen", each.chosen}});
  return items;
}

std::string decimal(double number, int digits) {
  char text[64];
  std::snprintf(text, sizeof text, "%.*f", digits, number);
  return text;
}

}  // namespace kb::page
