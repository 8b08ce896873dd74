// What the writers' pages share: how the last build went, texts with their placeholders marked, the
// form for rating a reply.
//
//   auto model = writer_model(frame, page.staff, {.title = …});
//   add_build(frame, model, page.build);
//   item["parts"] = parts(page.question);
//   add_rating(frame, model, page.rating);      // {{> _rating}}
//
// Plain values and pure functions; the functions are internal to server/page.

#pragma once

#include <array>
#include <chrono>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/clock.h"
#include "server/page/frame.h"
#include "server/page/staff_frame.h"

namespace kb::page {

struct BuildView {
  enum class State { idle, running, done, with_problems, failed };
  State state = State::idle;
  bool again = false;
  std::optional<Time> started = {};
  std::chrono::milliseconds took{0};
  std::vector<std::string> lines = {};
};

struct MarkedPart {
  std::string text;
  bool marked = false;
};

inline constexpr std::array<std::string_view, 4> kCriteria = {"correct", "complete", "clear",
                                                              "tone"};

struct RatingForm {
  std::string action = {};
  bool may_rate = true;  // else: what was given is shown, and stays
  bool rated = false;
  std::array<int, kCriteria.size()> marks = {};  // 0: none chosen
  std::string note = {};
  std::string fault = {};  // key of a text; empty: none
};

// A button or choice of a list.
struct Choice {
  std::string key = {};
  std::string label = {};
  bool chosen = false;
};

// The model of a page for writers, to be filled on.
nlohmann::json writer_model(const Frame& frame, const StaffSite& staff, const StaffHead& head);

void add_build(const Frame& frame, nlohmann::json& model, const BuildView& build);
nlohmann::json parts(const std::vector<MarkedPart>& text);
void add_rating(const Frame& frame, nlohmann::json& model, const RatingForm& rating);
std::string criterion_name(const Frame& frame, std::string_view criterion);
nlohmann::json choices(const std::vector<Choice>& choices);

std::string decimal(double number, int digits);  // "4.6"

}  // namespace kb::page
