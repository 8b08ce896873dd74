#include "core/insights/visit_figure_rules.h"

#include <algorithm>
#include <array>

namespace kb::insights {
namespace {

using enum Counter;
using G = FigureGroup;
using U = FigureUnit;

constexpr std::array kVisitRules = {
    FigureRule{.name = "sessions",
               .label = "Sessions",
               .definition = "One visitor's events with no gap of over 30 minutes.",
               .leads_to = "The size of everything else.",
               .group = G::visits,
               .numerator = {sessions},
               .is_main = true},
    FigureRule{
        .name = "from_search_engine",
        .label = "Came from a search engine",
        .definition = "Sessions whose first page was opened from a search engine ÷ sessions.",
        .leads_to = "Titles and summaries: they are what a search engine shows.",
        .group = G::visits,
        .unit = U::share,
        .numerator = {entered_from_search_engine},
        .denominator = {sessions}},
    FigureRule{.name = "read_rate",
               .label = "Read an article",
               .definition =
                   "Sessions that read an article to the point (voted helpful, or read "
                   "for 20 s or to its end, with no further search or contact) ÷ sessions.",
               .leads_to = "Home page and categories, where it falls: people do not find a start.",
               .group = G::visits,
               .unit = U::share,
               .numerator = {sessions_read},
               .denominator = {sessions},
               .is_main = true},
};

constexpr std::array kSearchRules = {
    FigureRule{
        .name = "searches",
        .label = "Searches",
        .definition = "Intents: queries typed within 30 s that extend one another count once.",
        .leads_to = "The size of the figures of search.",
        .group = G::search,
        .numerator = {searches},
        .is_main = true},
    FigureRule{.name = "zero_result_rate",
               .label = "Searches without results",
               .definition = "Searches without results ÷ searches; errors are counted apart.",
               .leads_to = "The failing queries: write what is missing, or add a synonym.",
               .group = G::search,
               .unit = U::share,
               .numerator = {zero_results},
               .denominator = {searches},
               .is_main = true},
    FigureRule{.name = "search_errors",
               .label = "Searches that failed",
               .definition = "Searches that ended with an error of the server.",
               .leads_to = "The server's log.",
               .group = G::search,
               .numerator = {search_errors}},
    FigureRule{.name = "click_through_rate",
               .label = "Searches with a click",
               .definition = "Searches with at least one click ÷ searches with results.",
               .leads_to = "Titles and snippets of what is found and not opened; pins.",
               .group = G::search,
               .unit = U::share,
               .numerator = {searches_clicked},
               .denominator = {searches_with_results},
               .is_main = true},
    FigureRule{.name = "mean_reciprocal_click_rank",
               .label = "Mean reciprocal click rank",
               .definition = "Mean of 1 ÷ rank of a search's first click: 1 where the first result "
                             "is always the one.",
               .leads_to = "Ranking: keywords, synonyms and pins of queries clicked far down.",
               .group = G::search,
               .unit = U::points,
               .numerator = {reciprocal_rank_millionths},
               .denominator = {first_clicks},
               .scale = 1e-6},
    FigureRule{.name = "reformulation_rate",
               .label = "Searches that were reworded",
               .definition = "Searches followed by another search instead of a click ÷ searches.",
               .leads_to = "Synonyms: the words people use that the articles do not.",
               .group = G::search,
               .unit = U::share,
               .numerator = {searches_reformulated},
               .denominator = {searches}},
    FigureRule{.name = "search_success_rate",
               .label = "Searching that found an answer",
               .definition = "Sessions that read an article to the point after searching ÷ those "
                             "and the sessions that searched and read none so.",
               .leads_to = "The distribution of searches to answer, and the failing queries.",
               .group = G::search,
               .unit = U::share,
               .numerator = {answered_after_1, answered_after_2, answered_after_3, answered_after_4,
                             answered_after_5_or_more},
               .denominator = {answered_after_1, answered_after_2, answered_after_3,
                               answered_after_4, answered_after_5_or_more, searched_unanswered},
               .is_main = true},
    FigureRule{.name = "fallback_rate",
               .label = "Answered in another language",
               .definition = "Searches whose first result was in another language than asked ÷ "
                             "searches with results.",
               .leads_to = "Translations.",
               .group = G::search,
               .unit = U::share,
               .numerator = {searches_fallback},
               .denominator = {searches_with_results}},
    FigureRule{.name = "correction_rate",
               .label = "Searches that were corrected",
               .definition = "Searches whose spelling was corrected ÷ searches.",
               .leads_to = "Keywords for names that are often written otherwise.",
               .group = G::search,
               .unit = U::share,
               .numerator = {searches_corrected},
               .denominator = {searches}},
};

constexpr std::array kContactRules = {
    FigureRule{.name = "contact_intents",
               .label = "Opened the contact form",
               .definition = "Contact intents: sessions that opened the contact form.",
               .leads_to = "The size of the figures of deflection.",
               .group = G::contact,
               .numerator = {sessions_contacted},
               .is_main = true},
    FigureRule{.name = "contact_rate",
               .label = "Sessions with a contact intent",
               .definition = "Contact intents ÷ sessions.",
               .leads_to = "The articles that people read before they open the form.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {sessions_contacted},
               .denominator = {sessions}},
    FigureRule{.name = "deflection",
               .label = "Deflection",
               .definition = "A range: confirmed ÷ contact intents, to (confirmed + presumed) ÷ "
                             "contact intents. The truth lies between the two.",
               .leads_to = "Suggestions in the form: what they miss is what tickets ask.",
               .group = G::contact,
               .unit = U::share_range,
               .numerator = {intents_confirmed},
               .denominator = {sessions_contacted},
               .upper = {intents_confirmed, intents_presumed},
               .is_main = true},
    FigureRule{.name = "confirmed_deflection",
               .label = "Confirmed deflection",
               .definition = "Contact intents that said \"this solved it\", with no ticket in the "
                             "same session, nor by the same customer within 7 days where one is "
                             "known ÷ contact intents.",
               .leads_to = "The articles that solved it: keep them right.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {intents_confirmed},
               .denominator = {sessions_contacted}},
    FigureRule{.name = "presumed_deflection",
               .label = "Presumed deflection",
               .definition = "Contact intents that saw suggestions or an article, did not say that "
                             "it was solved, and submitted nothing ÷ contact intents.",
               .leads_to = "Doubt: some of them gave up. Asking how it went tells more.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {intents_presumed},
               .denominator = {sessions_contacted}},
    FigureRule{.name = "submission_rate",
               .label = "Contact intents that sent a ticket",
               .definition = "Contact intents with a ticket submitted ÷ contact intents.",
               .leads_to = "What their tickets ask.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {intents_submitted},
               .denominator = {sessions_contacted}},
    FigureRule{.name = "submission_rate_offered",
               .label = "Forms sent, with suggestions",
               .definition = "Forms that sent a ticket ÷ forms opened, of those that offer "
                             "suggestions.",
               .leads_to = "One side of causal deflection.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {forms_offered_submitted},
               .denominator = {forms_offered}},
    FigureRule{.name = "submission_rate_holdout",
               .label = "Forms sent, without suggestions",
               .definition = "Forms that sent a ticket ÷ forms opened, of the holdout: a small "
                             "random share of forms that shows no suggestions.",
               .leads_to = "The other side of causal deflection.",
               .group = G::contact,
               .unit = U::share,
               .numerator = {forms_holdout_submitted},
               .denominator = {forms_holdout}},
    FigureRule{.name = "causal_deflection",
               .label = "Causal deflection",
               .definition =
                   "Submission rate of the holdout less that of the other forms, with its "
                   "95 % interval (Newcombe); not told below a minimal sample.",
               .leads_to = "Whether suggestions are worth having: the interval should leave 0.",
               .group = G::contact,
               .unit = U::difference},
    FigureRule{.name = "suggestion_click_rate",
               .label = "Suggestions that were opened",
               .definition = "Suggestions clicked in the contact form ÷ suggestions shown there.",
               .leads_to = "Titles of what is suggested and not opened.",
               .group = G::contact,
               .unit = U::rate,
               .numerator = {suggestions_clicked},
               .denominator = {suggestions_shown}},
    FigureRule{.name = "tickets_submitted",
               .label = "Tickets submitted",
               .definition = "Tickets sent from the contact form and by other channels that tell.",
               .leads_to = "The team's work.",
               .group = G::contact,
               .numerator = {tickets_submitted},
               .is_main = true},
    FigureRule{.name = "self_service_score",
               .label = "Self-service score",
               .definition = "Sessions that read an article to the point ÷ distinct customers with "
                             "tickets created in the period: 8 means eight to one.",
               .leads_to = "The long view: it grows where the help center takes over.",
               .group = G::contact,
               .unit = U::rate,
               .numerator = {sessions_read}},
    FigureRule{.name = "cost_avoided",
               .label = "Cost avoided",
               .definition = "A range: the configured cost of a ticket × confirmed deflections, to "
                             "× confirmed and presumed.",
               .leads_to = "The budget of the help center.",
               .group = G::contact,
               .unit = U::money_range,
               .numerator = {intents_confirmed},
               .denominator = {sessions_contacted},
               .upper = {intents_confirmed, intents_presumed}},
};

constexpr std::array kAnswerRules = {
    FigureRule{.name = "helpful_rate",
               .label = "Found the answer helpful",
               .definition = "Votes \"yes\" ÷ votes, on articles and answers.",
               .leads_to = "The articles with most votes \"no\".",
               .group = G::answers,
               .unit = U::share,
               .numerator = {votes_yes},
               .denominator = {votes_yes, votes_no},
               .is_main = true},
    FigureRule{.name = "no_outdated",
               .label = "Not helpful: outdated",
               .definition = "Votes \"no\" whose reason was \"outdated\" ÷ votes \"no\".",
               .leads_to = "Updating.",
               .group = G::answers,
               .unit = U::share,
               .numerator = {votes_no_outdated},
               .denominator = {votes_no}},
    FigureRule{.name = "no_unclear",
               .label = "Not helpful: unclear",
               .definition = "Votes \"no\" whose reason was \"unclear\" ÷ votes \"no\".",
               .leads_to = "Rewriting.",
               .group = G::answers,
               .unit = U::share,
               .numerator = {votes_no_unclear},
               .denominator = {votes_no}},
    FigureRule{.name = "no_not_my_case",
               .label = "Not helpful: not my case",
               .definition = "Votes \"no\" whose reason was \"not my case\" ÷ votes \"no\".",
               .leads_to = "A case that no article covers, or a title that promises too much.",
               .group = G::answers,
               .unit = U::share,
               .numerator = {votes_no_not_my_case},
               .denominator = {votes_no}},
    FigureRule{.name = "no_wrong_language",
               .label = "Not helpful: wrong language",
               .definition = "Votes \"no\" whose reason was \"wrong language\" ÷ votes \"no\".",
               .leads_to = "Translations.",
               .group = G::answers,
               .unit = U::share,
               .numerator = {votes_no_wrong_language},
               .denominator = {votes_no}},
    FigureRule{.name = "link_rate",
               .label = "Tickets answered with an article",
               .definition = "Resolved tickets with an article linked or created ÷ resolved "
                             "tickets.",
               .leads_to = "The team's habit of answering with articles.",
               .group = G::answers,
               .unit = U::share},
};

constexpr std::array kSurveyRules = {
    FigureRule{.name = "satisfaction",
               .label = "Satisfaction (1 to 5)",
               .definition = "Mean of the answers to the satisfaction survey (CSAT), 1 to 5.",
               .leads_to = "The answers of those who were not satisfied.",
               .group = G::surveys,
               .unit = U::points,
               .numerator = {satisfaction_sum},
               .denominator = {satisfaction_answered},
               .is_main = true},
    FigureRule{.name = "satisfaction_high",
               .label = "Satisfied (4 and 5)",
               .definition = "Answers of 4 and 5 ÷ answers to the satisfaction survey.",
               .leads_to = "As above.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {satisfaction_high},
               .denominator = {satisfaction_answered}},
    FigureRule{.name = "satisfaction_response",
               .label = "Satisfaction: answered",
               .definition = "Satisfaction surveys answered ÷ shown: below a few percent, the mean "
                             "says little.",
               .leads_to = "How often and where the survey asks.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {satisfaction_answered},
               .denominator = {satisfaction_asked}},
    FigureRule{.name = "effort",
               .label = "Customer effort (1 to 7)",
               .definition = "Mean of \"it was easy to solve my problem\" (CES), 1 to 7: higher is "
                             "easier.",
               .leads_to = "The paths of those for whom it was hard.",
               .group = G::surveys,
               .unit = U::points,
               .numerator = {effort_sum},
               .denominator = {effort_answered},
               .is_main = true},
    FigureRule{.name = "effort_easy",
               .label = "It was easy (5 to 7)",
               .definition = "Answers of 5 to 7 ÷ answers to the effort survey.",
               .leads_to = "As above.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {effort_high},
               .denominator = {effort_answered}},
    FigureRule{.name = "effort_response",
               .label = "Effort: answered",
               .definition = "Effort surveys answered ÷ shown.",
               .leads_to = "How often and where the survey asks.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {effort_answered},
               .denominator = {effort_asked}},
    FigureRule{.name = "value_enhancement",
               .label = "Value Enhancement Score (1 to 7)",
               .definition = "Mean of all answers to the two value questions, 1 to 7.",
               .leads_to = "Articles that show what else the product can do.",
               .group = G::surveys,
               .unit = U::points,
               .numerator = {value_sum, confidence_sum},
               .denominator = {value_answered, confidence_answered},
               .is_main = true},
    FigureRule{.name = "value",
               .label = "Can do more now (1 to 7)",
               .definition = "Mean of \"I can do more with the product now\", 1 to 7.",
               .leads_to = "Articles that show what else the product can do.",
               .group = G::surveys,
               .unit = U::points,
               .numerator = {value_sum},
               .denominator = {value_answered}},
    FigureRule{
        .name = "value_high",
        .label = "Can do more now (5 to 7)",
        .definition = "Answers of 5 to 7 ÷ answers to \"I can do more with the product now\".",
        .leads_to = "As above.",
        .group = G::surveys,
        .unit = U::share,
        .numerator = {value_high},
        .denominator = {value_answered}},
    FigureRule{.name = "confidence",
               .label = "Confident in the choice (1 to 7)",
               .definition = "Mean of \"I am confident in my choice to use it\", 1 to 7.",
               .leads_to = "What customers doubt: compare with those who leave.",
               .group = G::surveys,
               .unit = U::points,
               .numerator = {confidence_sum},
               .denominator = {confidence_answered}},
    FigureRule{.name = "confidence_high",
               .label = "Confident in the choice (5 to 7)",
               .definition = "Answers of 5 to 7 ÷ answers to \"I am confident in my choice to use "
                             "it\".",
               .leads_to = "As above.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {confidence_high},
               .denominator = {confidence_answered}},
    FigureRule{.name = "value_response",
               .label = "Value questions: answered",
               .definition = "Answers to the two value questions ÷ times that one was shown.",
               .leads_to = "How often and where the survey asks.",
               .group = G::surveys,
               .unit = U::share,
               .numerator = {value_answered, confidence_answered},
               .denominator = {value_asked, confidence_asked}},
};

constexpr std::array kArticleRules = {
    FigureRule{.name = "views",
               .label = "Views",
               .definition = "How often the article was opened.",
               .leads_to = "What to keep best.",
               .group = G::articles,
               .numerator = {views}},
    FigureRule{
        .name = "article_read_rate",
        .label = "Read",
        .definition = "Times it was read to the point ÷ views.",
        .leads_to = "The first lines, where it is low: they do not say what the reader needs.",
        .group = G::articles,
        .unit = U::rate,
        .numerator = {reads},
        .denominator = {views}},
    FigureRule{.name = "shown_click_rate",
               .label = "Opened from results",
               .definition = "Clicks on it ÷ times it was shown in a list of results.",
               .leads_to = "Its title and summary.",
               .group = G::articles,
               .unit = U::rate,
               .numerator = {clicks},
               .denominator = {shown}},
    FigureRule{.name = "article_helpful_rate",
               .label = "Helpful",
               .definition = "Votes \"yes\" ÷ votes on it.",
               .leads_to = "What the votes \"no\" say was missing.",
               .group = G::articles,
               .unit = U::share,
               .numerator = {votes_yes},
               .denominator = {votes_yes, votes_no}},
    FigureRule{.name = "solved",
               .label = "Solved it",
               .definition = "Contact intents that named it with \"this solved it\".",
               .leads_to = "What to suggest first.",
               .group = G::articles,
               .numerator = {solved}},
    FigureRule{.name = "contact_after_reading",
               .label = "Contact after it",
               .definition = "Sessions that read it to the point and opened the contact form "
                             "afterwards ÷ times it was read so.",
               .leads_to = "What it leaves open.",
               .group = G::articles,
               .unit = U::rate,
               .numerator = {went_to_contact},
               .denominator = {reads}},
};

constexpr auto kAllRules = [] {
  std::array<FigureRule, kVisitRules.size() + kSearchRules.size() + kContactRules.size() +
                             kAnswerRules.size() + kSurveyRules.size() + kArticleRules.size()>
      all;
  auto* end = all.data();
  const auto append = [&end](const auto& rules) {
    end = std::copy(rules.begin(), rules.end(), end);
  };
  append(kVisitRules);
  append(kSearchRules);
  append(kContactRules);
  append(kAnswerRules);
  append(kSurveyRules);
  append(kArticleRules);
  return all;
}();

constexpr bool names_are_unique() {
  for (std::size_t i = 0; i < kAllRules.size(); ++i)
    for (std::size_t j = 0; j < i; ++j)
      if (kAllRules.at(i).name == kAllRules.at(j).name) return false;
  return true;
}
static_assert(names_are_unique());

}  // namespace

std::string_view figure_group_name(FigureGroup group) {
  constexpr std::array<std::string_view, 6> kNames = {"visits",  "search",  "contact",
                                                      "answers", "surveys", "articles"};
  return kNames.at(static_cast<std::size_t>(group));
}

std::string_view figure_unit_name(FigureUnit unit) {
  constexpr std::array<std::string_view, 7> kNames = {
      "count", "share", "rate", "points", "share_range", "difference", "money_range"};
  return kNames.at(static_cast<std::size_t>(unit));
}

std::span<const FigureRule> figure_rules() {
  return kAllRules;
}

const FigureRule* find_figure_rule(std::string_view name) {
  const auto found = std::find_if(kAllRules.begin(), kAllRules.end(),
                                  [&](const FigureRule& rule) { return rule.name == name; });
  return found == kAllRules.end() ? nullptr : &*found;
}

}  // namespace kb::insights
