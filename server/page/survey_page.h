// One or two short questions with a scale each: how satisfied, how easy, what it was worth.
//
//   SurveyPage page{.site = site, .action = "/ro/survey", .about = "contact"};
//   page.questions = {{.scale = &kScales[1]}};
//   std::string html = render(renderer, page);
//
// Without questions the page says thank you. With a script the questions stand in the article
// (feedback.js). Pure and thread-safe.

#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "server/page/layout.h"

namespace kb::page {

class Renderer;

// From 1 to `highest`; the names are those of events, the others are keys of texts.
struct Scale {
  std::string_view name;
  int highest;
  std::string_view question;
  std::string_view low, high;  // what the ends mean
};
extern const std::array<Scale, 4> kScales;

struct SurveyQuestion {
  const Scale* scale;  // one of kScales
  int chosen = 0;      // as it was sent before; 0: nothing
};

struct SurveyPage {
  Site site = {};
  std::string action = {};
  std::string about = {};   // "article" or "contact"
  std::string object = {};  // the article: "ro/billing/refund"; may be empty
  std::vector<SurveyQuestion> questions = {};
  bool fault = false;  // nothing was chosen, or something that cannot be
};

std::string render(const Renderer& renderer, const SurveyPage& page);

}  // namespace kb::page
