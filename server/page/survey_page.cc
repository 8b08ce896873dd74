#include "server/page/survey_page.h"

#include <nlohmann/json.hpp>

#include "server/page/frame.h"

namespace kb::page {

constinit const std::array<Scale, 4> kScales = {
    Scale{"satisfaction", 5, "survey.satisfaction", "survey.low_satisfaction",
          "survey.high_satisfaction"},
    Scale{"effort", 7, "survey.effort", "survey.low_agreement", "survey.high_agreement"},
    Scale{"value", 7, "survey.value", "survey.low_agreement", "survey.high_agreement"},
    Scale{"confidence", 7, "survey.confidence", "survey.low_agreement", "survey.high_agreement"},
};

namespace {

using nlohmann::json;

// The numbers mean nothing to who does not see where they stand: the ends say it.
json marks(const SurveyQuestion& question, const std::string& low, const std::string& high) {
  json items = json::array();
  for (int mark = 1; mark <= question.scale->highest; ++mark)
    items.push_back({{"mark", std::to_string(mark)},
                     {"end", mark == 1                         ? low
                             : mark == question.scale->highest ? high
                                                               : ""},
                     {"chosen", mark == question.chosen}});
  return items;
}

json questions(const Frame& frame, const SurveyPage& page) {
  json items = json::array();
  for (const auto& question : page.questions) {
    auto low = frame.text(question.scale->low);
    auto high = frame.text(question.scale->high);
    items.push_back({{"scale", question.scale->name},
                     {"question", frame.text(question.scale->question)},
                     {"marks", marks(question, low, high)},
                     {"low", std::move(low)},
                     {"high", std::move(high)}});
  }
  return items;
}

}  // namespace

std::string render(const Renderer& renderer, const SurveyPage& page) {
  const Frame frame(renderer, page.site);
  const bool asks = !page.questions.empty();
  const auto title = frame.text(asks ? "survey.title" : "survey.thanks");
  json model = frame.model({.title = title, .for_engines = false, .for_finding = false});
  model["heading"] = title;
  model["script_url"] = frame.asset_url("feedback.js");
  model["asks"] = asks;
  model["action"] = page.action;
  model["about"] = page.about;
  model["object"] = page.object;
  model["questions"] = questions(frame, page);
  model["fault"] = page.fault ? frame.text("survey.fault") : "";
  return frame.fill("survey", model);
}

}  // namespace kb::page
