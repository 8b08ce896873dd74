#include "server/gaps/gap_list.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <unordered_map>

#include "core/text/language.h"
#include "server/writer/writer_urls.h"

namespace kb {
namespace {

using insights::FoundGap;
using store::GapState;

constexpr std::array<std::string_view, 4> kOrderNames = {"rank", "customers", "tickets", "newest"};
constexpr std::array kAllTrends = {insights::GapTrend::fresh, insights::GapTrend::rising,
                                   insights::GapTrend::steady, insights::GapTrend::fading,
                                   insights::GapTrend::solved};

std::optional<insights::GapTrend> trend_of(std::string_view name) {
  const auto* found = std::ranges::find(kAllTrends, name, insights::gap_trend_name);
  return found == kAllTrends.end() ? std::nullopt : std::optional(*found);
}

std::optional<GapOrder> order_of(std::string_view name) {
  const auto* found = std::ranges::find(kOrderNames, name);
  if (found == kOrderNames.end()) return std::nullopt;
  return static_cast<GapOrder>(found - kOrderNames.begin());
}

Error nothing_such(const std::string& what, std::string_view given, const std::string& known) {
  return {"no such " + what + ": '" + std::string(given) + "'", what, "known: " + known};
}

bool is_over(const ListedGap& gap) {
  return !gap.found && gap.kept->state == GapState::open && gap.kept->owner.empty();
}

bool is_in_state(const store::Gap& gap, const GapFilter& filter) {
  if (filter.state.empty()) return true;
  if (filter.state == "mine")
    return gap.owner == filter.me && !filter.me.empty() && gap.state != GapState::verified &&
           gap.state != GapState::wont_fix;
  if (filter.state == "open") return gap.state == GapState::open || gap.state == GapState::assigned;
  return store::gap_state_name(gap.state) == filter.state;
}

std::int64_t customers_of(const ListedGap& gap) {
  return gap.found ? gap.found->customers : -1;
}
std::int64_t tickets_of(const ListedGap& gap) {
  return gap.found ? gap.found->ticket_count : -1;
}

void put_in_order(std::vector<ListedGap>& gaps, GapOrder order) {
  // Gaps come by rank; what is alike stays in that order.
  if (order == GapOrder::customers)
    std::ranges::stable_sort(gaps, std::ranges::greater(), customers_of);
  else if (order == GapOrder::tickets)
    std::ranges::stable_sort(gaps, std::ranges::greater(), tickets_of);
  else if (order == GapOrder::newest)
    std::ranges::stable_sort(gaps, std::ranges::greater(), [](const ListedGap& gap) {
      return std::tuple(gap.kept->created, gap.kept->id);
    });
}

}  // namespace

Result<GapFilter> gap_filter(const http::Request& request, const std::string& me) {
  GapFilter filter{.state = std::string(request.param("state")), .me = me};
  if (!filter.state.empty() && filter.state != "mine" && !store::parse_gap_state(filter.state))
    return fail(nothing_such("state", filter.state,
                             "open, assigned, in_progress, published, verified, wont_fix, mine"));
  if (const auto lang = request.param("lang"); !lang.empty()) {
    const auto tag = text::canonical_language(lang);
    if (!tag) return fail(nothing_such("lang", lang, "language tags such as en or pt-BR"));
    filter.lang = *tag;
  }
  if (const auto name = request.param("diagnosis"); !name.empty()) {
    filter.diagnosis = insights::parse_diagnosis(name);
    if (!filter.diagnosis)
      return fail(
          nothing_such("diagnosis", name,
                       "missing, missing_in_language, stale_translation, vocabulary, unhelpful"));
  }
  if (const auto name = request.param("trend"); !name.empty()) {
    filter.trend = trend_of(name);
    if (!filter.trend)
      return fail(nothing_such("trend", name, "new, rising, steady, fading, solved"));
  }
  if (const auto name = request.param("order"); !name.empty()) {
    const auto order = order_of(name);
    if (!order) return fail(nothing_such("order", name, "rank, customers, tickets, newest"));
    filter.order = *order;
  }
  return filter;
}

std::string to_query(const GapFilter& filter) {
  std::string query = "state=" + parameter(filter.state);
  if (!filter.lang.empty()) query += "&lang=" + parameter(filter.lang);
  if (filter.diagnosis)
    query += "&diagnosis=" + std::string(insights::diagnosis_name(*filter.diagnosis));
  if (filter.trend) query += "&trend=" + std::string(insights::gap_trend_name(*filter.trend));
  if (filter.order != GapOrder::rank)
    query += "&order=" + std::string(gap_order_name(filter.order));
  return query;
}

std::string_view gap_order_name(GapOrder order) {
  return kOrderNames[static_cast<std::size_t>(order)];
}

bool is_of(const ListedGap& gap, const GapFilter& filter) {
  if (!filter.lang.empty() && gap.kept->lang != filter.lang) return false;
  if (filter.diagnosis && !(gap.found && gap.found->diagnosis == *filter.diagnosis)) return false;
  if (filter.trend && !(gap.found && gap.found->trend == *filter.trend)) return false;
  return is_in_state(*gap.kept, filter);
}

std::vector<ListedGap> listed_gaps(const std::vector<store::Gap>& kept,
                                   const insights::GapReport* report, const GapFilter& filter) {
  std::unordered_map<std::int64_t, const store::Gap*> by_id;
  for (const auto& gap : kept) by_id[gap.id] = &gap;
  std::vector<ListedGap> gaps;
  if (report) {
    for (const auto& found : report->gaps)
      if (const auto known = by_id.find(found.id); known != by_id.end()) {
        gaps.push_back({known->second, &found});
        by_id.erase(known);
      }
  }
  const auto ranked = std::ssize(gaps);
  for (const auto& gap : kept)
    if (by_id.contains(gap.id)) gaps.push_back({&gap, nullptr});
  std::stable_sort(gaps.begin() + ranked, gaps.end(),
                   [](const auto& a, const auto& b) { return a.kept->changed > b.kept->changed; });
  std::erase_if(
      gaps, [&](const ListedGap& gap) { return (report && is_over(gap)) || !is_of(gap, filter); });
  put_in_order(gaps, filter.order);
  return gaps;
}

const FoundGap* find_found(const insights::GapReport* report, std::int64_t id) {
  if (!report || id == 0) return nullptr;
  const auto found = std::ranges::find(report->gaps, id, &FoundGap::id);
  return found == report->gaps.end() ? nullptr : &*found;
}

}  // namespace kb
