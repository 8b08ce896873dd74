#include "core/insights/gaps/gap_work.h"

namespace kb::insights {
namespace {

std::string nearest(const FoundGap& gap, const std::string& otherwise) {
  if (gap.articles.empty()) return otherwise;
  return gap.articles.front().lang + "/" + gap.articles.front().id;
}

}  // namespace

std::string work_of(const FoundGap& gap) {
  switch (gap.diagnosis) {
    case Diagnosis::missing:
      return "write it";
    case Diagnosis::missing_in_language:
      return "translate " + nearest(gap, "it");
    case Diagnosis::stale_translation:
      return "bring " + nearest(gap, "the translation") + " up to date";
    case Diagnosis::vocabulary:
      if (gap.synonym) return "add the synonym " + gap.synonym->asked + " = " + gap.synonym->found;
      return "use these words in " + nearest(gap, "the article");
    case Diagnosis::unhelpful:
      return "rework " + nearest(gap, "the article");
  }
  return {};
}

std::string name_of(const FoundGap& gap) {
  if (!gap.label.empty()) return gap.label;
  if (!gap.articles.empty()) return "(near " + gap.articles.front().title + ")";
  return gap.id == 0 ? "(too few said the same)" : "(gap " + std::to_string(gap.id) + ")";
}

}  // namespace kb::insights
