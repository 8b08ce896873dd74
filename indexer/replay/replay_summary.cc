#include "indexer/replay/replay_summary.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

namespace kb {
namespace {

using nlohmann::json;

double weight_of(const ReplayedQuery& query) {
  return static_cast<double>(std::max<std::int64_t>(query.query.visitors, 1));
}

bool is_closed_query(const ReplayedQuery& query) {
  return query.outcome == ReplayOutcome::closed;
}

void put_in_order(std::vector<ReplayedQuery>& queries) {
  std::ranges::stable_sort(queries, [](const auto& a, const auto& b) {
    return std::pair(is_closed_query(a), a.query.visitors) >
           std::pair(is_closed_query(b), b.query.visitors);
  });
}

std::string words_for(ReplayReason reason) {
  switch (reason) {
    case ReplayReason::none:
      return {};
    case ReplayReason::nothing_found:
      return "nothing is found";
    case ReplayReason::as_before:
      return "the first results are as before";
    case ReplayReason::rewritten:
      return "the first results are as before, one was rewritten";
    case ReplayReason::other_words:
      return "what is found has other words";
    case ReplayReason::other_language:
      return "it is in another language";
    case ReplayReason::corrected:
      return "it is found only with corrected words";
    case ReplayReason::not_among_first:
      return "what fits is not among the first three";
    case ReplayReason::fell:
      return "what customers opened has fallen";
  }
  return {};
}

std::string shown_text(const ReplayQuery& query) {
  return query.is_shown ? "\"" + query.text + "\"" : "(a search that few made)";
}

void add_list(std::string& text, const char* name, const std::vector<ReplayHit>& hits) {
  text += "      " + std::string(name) + ":";
  if (hits.empty()) text += " nothing";
  text += "\n";
  std::size_t rank = 0;
  for (const auto& hit : hits)
    text += "        " + std::to_string(++rank) + ". " + hit.title + "  [" + hit.article + "]" +
            (hit.is_new       ? "  new"
             : hit.is_changed ? "  changed"
                              : "") +
            "\n";
}

void add_query(std::string& text, const ReplayedQuery& query) {
  const auto why = words_for(query.reason);
  text += "  " + std::string(outcome_name(query.outcome)) + "  " + shown_text(query.query) + " [" +
          query.query.lang + "]" + (why.empty() ? "" : ": " + why);
  if (is_closed_query(query)) text += ": " + query.answer;
  text += "\n";
  if (query.outcome != ReplayOutcome::worse) return;
  text += "      customers opened " + query.answer + "\n";
  add_list(text, "before", query.before);
  add_list(text, "after", query.after);
}

json json_of(const std::vector<ReplayHit>& hits) {
  json list = json::array();
  for (const auto& hit : hits)
    list.push_back({{"article", hit.article},
                    {"title", hit.title},
                    {"new", hit.is_new},
                    {"changed", hit.is_changed}});
  return list;
}

json json_of(const ReplayedQuery& query) {
  json value = {{"lang", query.query.lang},
                {"visitors", query.query.visitors},
                {"outcome", outcome_name(query.outcome)},
                {"before", json_of(query.before)},
                {"after", json_of(query.after)}};
  value["query"] = query.query.is_shown ? json(query.query.text) : json(nullptr);
  if (query.reason != ReplayReason::none) value["reason"] = reason_name(query.reason);
  if (!query.answer.empty()) value["article"] = query.answer;
  return value;
}

json json_of(const std::vector<ReplayedQuery>& queries) {
  json list = json::array();
  for (const auto& query : queries) list.push_back(json_of(query));
  return list;
}

json json_of(const ReplayedGap& replayed) {
  return {{"id", replayed.gap.id},
          {"lang", replayed.gap.lang},
          {"label", replayed.gap.label},
          {"state", store::gap_state_name(replayed.gap.state)},
          {"closed", replayed.is_closed()},
          {"closed_share", replayed.closed_share()},
          {"closed_queries", replayed.closed_count()},
          {"queries", json_of(replayed.queries)}};
}

json json_of(const std::vector<Error>& problems) {
  json list = json::array();
  for (const auto& problem : problems)
    list.push_back({{"where", problem.where}, {"what", problem.what}, {"hint", problem.hint}});
  return list;
}

std::string headline(const ReplayedGap& replayed) {
  return "gap " + std::to_string(replayed.gap.id) + " [" + replayed.gap.lang + "] " +
         replayed.gap.label + ": " + (replayed.is_closed() ? "closes" : "stays open") + ", " +
         std::to_string(replayed.closed_count()) + " of " +
         std::to_string(replayed.queries.size()) + " searches are answered";
}

}  // namespace

std::size_t ReplayedGap::closed_count() const {
  return static_cast<std::size_t>(std::ranges::count_if(queries, is_closed_query));
}

double ReplayedGap::closed_share() const {
  double all = 0, closed = 0;
  for (const auto& query : queries) {
    all += weight_of(query);
    if (is_closed_query(query)) closed += weight_of(query);
  }
  return all > 0 ? closed / all : 0;
}

ReplaySummary summarise(std::vector<store::Gap> gaps, ReplayReport report) {
  ReplaySummary summary;
  std::map<std::int64_t, std::size_t> places;
  for (auto& gap : gaps) {
    places.emplace(gap.id, summary.gaps.size());
    summary.gaps.push_back({std::move(gap), {}});
  }
  for (auto& query : report.queries) {
    const auto place = places.find(query.query.gap);
    const bool was_answered = !query.query.expected.empty();
    summary.answered += was_answered ? 1 : 0;
    if (place != places.end())
      summary.gaps[place->second].queries.push_back(std::move(query));
    else if (query.outcome == ReplayOutcome::worse)
      summary.worse.push_back(std::move(query));
    else if (!was_answered || query.outcome != ReplayOutcome::kept)
      summary.others.push_back(std::move(query));
  }
  for (auto& gap : summary.gaps) put_in_order(gap.queries);
  put_in_order(summary.others);
  put_in_order(summary.worse);
  return summary;
}

std::string to_text(const ReplaySummary& summary) {
  std::string text = summary.candidate + ", held against " + summary.before + "\n";
  for (const auto& gap : summary.gaps) {
    text += "\n" + headline(gap) + "\n";
    for (const auto& query : gap.queries) add_query(text, query);
  }
  if (!summary.others.empty()) text += "\nother searches\n";
  for (const auto& query : summary.others) add_query(text, query);
  text += "\n" + std::to_string(summary.worse.size()) + " of " + std::to_string(summary.answered) +
          " answered searches get worse\n";
  for (const auto& query : summary.worse) add_query(text, query);
  return text;
}

std::string to_json(const ReplaySummary& summary) {
  json gaps = json::array();
  for (const auto& gap : summary.gaps) gaps.push_back(json_of(gap));
  const json value = {{"before", summary.before},
                      {"candidate", summary.candidate},
                      {"gaps", gaps},
                      {"others", json_of(summary.others)},
                      {"worse", json_of(summary.worse)},
                      {"answered", summary.answered},
                      {"problems", json_of(summary.problems)},
                      {"seconds", static_cast<double>(summary.took.count()) / 1000}};
  return value.dump(2, ' ', false, json::error_handler_t::replace);
}

}  // namespace kb
