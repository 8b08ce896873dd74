#include "core/insights/counter.h"

#include <algorithm>
#include <array>
#include <bit>

namespace kb::insights {
namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Counter::count_)> kNames = {
    "sessions",
    "entered_from_search_engine",
    "entered_from_product",
    "entered_from_link",
    "entered_otherwise",
    "sessions_searched",
    "sessions_clicked",
    "sessions_read",
    "sessions_contacted",
    "sessions_submitted",
    "left_after_visit",
    "left_after_search",
    "left_after_click",
    "left_after_read",
    "left_after_contact",
    "searches",
    "zero_results",
    "search_errors",
    "searches_with_results",
    "searches_clicked",
    "searches_reformulated",
    "searches_fallback",
    "searches_corrected",
    "first_clicks",
    "reciprocal_rank_millionths",
    "answered_after_0",
    "answered_after_1",
    "answered_after_2",
    "answered_after_3",
    "answered_after_4",
    "answered_after_5_or_more",
    "searched_unanswered",
    "intents_confirmed",
    "intents_presumed",
    "intents_submitted",
    "forms_offered",
    "forms_offered_submitted",
    "forms_holdout",
    "forms_holdout_submitted",
    "suggestions_shown",
    "suggestions_clicked",
    "tickets_submitted",
    "tickets_resolved",
    "articles_linked",
    "votes_yes",
    "votes_no",
    "votes_no_outdated",
    "votes_no_unclear",
    "votes_no_not_my_case",
    "votes_no_wrong_language",
    "satisfaction_asked",
    "satisfaction_answered",
    "satisfaction_sum",
    "satisfaction_high",
    "effort_asked",
    "effort_answered",
    "effort_sum",
    "effort_high",
    "value_asked",
    "value_answered",
    "value_sum",
    "value_high",
    "confidence_asked",
    "confidence_answered",
    "confidence_sum",
    "confidence_high",
    "unlinked_views",
    "unlinked_searches",
    "unlinked_zero_results",
    "views",
    "reads",
    "shown",
    "clicks",
    "solved",
    "went_to_contact",
    "visitors",
};
static_assert(!kNames.back().empty(), "each counter has a name");

constexpr std::array<std::string_view, 5> kStationNames = {"search", "click", "read", "contact",
                                                           "submit"};

}  // namespace

std::string_view counter_name(Counter counter) {
  return kNames.at(static_cast<std::size_t>(counter));
}

std::optional<Counter> parse_counter(std::string_view name) {
  const auto found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Counter>(found - kNames.begin());
}

std::string_view station_name(Station station) {
  return kStationNames.at(static_cast<std::size_t>(station));
}

int time_bucket(std::int64_t seconds) {
  if (seconds <= 0) return 0;
  const int bucket = static_cast<int>(std::bit_width(static_cast<std::uint64_t>(seconds) + 1)) - 1;
  return std::min(bucket, kTimeBuckets - 1);
}

std::string time_counter_name(Station station, int bucket) {
  return "time_" + std::string(station_name(station)) + "_" + std::to_string(bucket);
}

}  // namespace kb::insights
