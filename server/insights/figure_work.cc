#include "server/insights/figure_work.h"

#include <algorithm>
#include <array>

namespace kb {
namespace {

constexpr std::string_view kMissing = "/writer/gaps?diagnosis=missing";
constexpr std::string_view kUnhelpful = "/writer/gaps?diagnosis=unhelpful";
constexpr std::string_view kAllGaps = "/writer/gaps";
constexpr std::string_view kSynonyms = "/writer/synonyms";
constexpr std::string_view kTranslations = "/writer/translations";
constexpr std::string_view kArticles = "/writer/articles";
constexpr std::string_view kAnswers = "/writer/review";
constexpr std::string_view kFlags = "/agent/flags";

constexpr std::array kWorks = {
    FigureWork{"zero_result_rate", "insights.work_missing", kMissing},
    FigureWork{"fallback_rate", "insights.work_translate", kTranslations},
    FigureWork{"reformulation_rate", "insights.work_synonyms", kSynonyms},
    FigureWork{"search_success_rate", "insights.work_gaps", kAllGaps},
    FigureWork{"click_through_rate", "insights.work_unhelpful", kUnhelpful},
    FigureWork{"helpful_rate", "insights.work_articles", kArticles},
    FigureWork{"submission_rate", "insights.work_answers", kAnswers},
    FigureWork{"link_rate", "insights.work_flags", kFlags},
    FigureWork{"deflection", "insights.work_gaps", kAllGaps},
    FigureWork{"contact_rate", "insights.work_articles", kArticles},
    FigureWork{"correction_rate", "insights.work_synonyms", kSynonyms},
    FigureWork{"mean_reciprocal_click_rank", "insights.work_synonyms", kSynonyms},
    FigureWork{"suggestion_click_rate", "insights.work_articles", kArticles},
    FigureWork{"no_outdated", "insights.work_articles", kArticles},
    FigureWork{"no_unclear", "insights.work_articles", kArticles},
    FigureWork{"no_not_my_case", "insights.work_missing", kMissing},
    FigureWork{"no_wrong_language", "insights.work_translate", kTranslations},
    FigureWork{"satisfaction", "insights.work_unhelpful", kUnhelpful},
    FigureWork{"effort", "insights.work_unhelpful", kUnhelpful},
    FigureWork{"value_enhancement", "insights.work_articles", kArticles},
};

}  // namespace

std::span<const FigureWork> figure_works() {
  return kWorks;
}

const FigureWork* work_of(std::string_view figure) {
  const auto* found = std::ranges::find(kWorks, figure, &FigureWork::figure);
  return found == kWorks.end() ? nullptr : found;
}

}  // namespace kb
