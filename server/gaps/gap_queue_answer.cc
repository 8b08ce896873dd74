#include <algorithm>
#include <array>
#include <set>

#include "core/store/gap_table.h"
#include "server/gaps/gap_answers.h"
#include "server/gaps/gap_board.h"
#include "server/gaps/gap_list.h"
#include "server/gaps/gap_urls.h"
#include "server/gaps/gap_view.h"
#include "server/number_parameter.h"
#include "server/page/gap_queue_page.h"

namespace kb {
namespace {

using Empty = page::GapQueuePage::Empty;

constexpr std::size_t kGapsOnPage = 50;
constexpr std::array<std::string_view, 7> kTabs = {
    "open", "mine", "in_progress", "published", "verified", "wont_fix", ""};

std::string queue_path(const GapFilter& filter, std::size_t number = 1) {
  auto path = std::string(kGapsPath) + "?" + to_query(filter);
  if (number > 1) path += "&page=" + std::to_string(number);
  return path;
}

void add_tabs(const StaffRequest& staff, const std::vector<store::Gap>& kept,
              const insights::GapReport* report, const GapFilter& filter,
              page::GapQueuePage& view) {
  for (const auto tab : kTabs) {
    auto each = filter;
    each.state = tab;
    view.tabs.push_back({.key = std::string(tab),
                         .url = staff.url(queue_path(each)),
                         .count = std::ssize(listed_gaps(kept, report, each)),
                         .is_current = tab == filter.state});
  }
}

Empty why_empty(const insights::GapReport* report, const GapFilter& filter, std::size_t known) {
  const GapFilter usual{.state = "open", .me = filter.me, .order = filter.order};
  if (known > 0 && !(filter == usual)) return Empty::none_chosen;
  if (!report) return Empty::not_yet;
  if (!report->is_known) return Empty::no_events;
  return filter == usual ? Empty::none : Empty::none_chosen;
}

void add_gaps(const StaffRequest& staff, const std::vector<ListedGap>& listed,
              const insights::GapReport* report, const GapFilter& filter,
              page::GapQueuePage& view) {
  // Beyond the last page is the last one: gaps may have been done since its address was kept.
  const auto last = listed.empty() ? 1 : (listed.size() - 1) / kGapsOnPage + 1;
  const auto asked = number_parameter(staff.request, "page", 1, {1, 99'999}).value_or(1);
  const auto number = std::min(asked, last);
  const auto begin = (number - 1) * kGapsOnPage;
  const auto end = std::min(begin + kGapsOnPage, listed.size());
  for (auto i = begin; i < end; ++i) view.gaps.push_back(gap_card(staff, listed[i], report));
  view.count = std::ssize(listed);
  view.paging.number = static_cast<std::int64_t>(number);
  if (number > 1) view.paging.previous_url = staff.url(queue_path(filter, number - 1));
  if (end < listed.size()) view.paging.next_url = staff.url(queue_path(filter, number + 1));
}

// What the address says, or the usual where it says what there is not.
GapFilter filter_of(const StaffRequest& staff) {
  auto filter = gap_filter(staff.request, staff.identity.name);
  const auto& given = staff.request.parameters;
  const bool says_state =
      std::ranges::any_of(given, [](const http::Field& field) { return field.name == "state"; });
  if (!filter) return {.state = "open", .me = staff.identity.name};
  if (!says_state) filter->state = "open";
  return *filter;
}

}  // namespace

http::Response answer_gap_queue(const StaffRequest& staff) {
  const auto kept = staff.store.read([](store::Sql& sql) { return store::list_gap_heads(sql); });
  if (!kept) return staff.fault(kept.error());
  const auto* board = staff.center.gaps;
  const auto report = board ? board->report() : nullptr;
  const auto filter = filter_of(staff);
  page::GapQueuePage view{.staff = staff.site("gaps"),
                          .action = staff.url(kGapsPath),
                          .state = filter.state,
                          .lang = filter.lang,
                          .order = std::string(gap_order_name(filter.order))};
  if (filter.diagnosis) view.diagnosis = insights::diagnosis_name(*filter.diagnosis);
  if (filter.trend) view.trend = insights::gap_trend_name(*filter.trend);
  std::set<std::string> languages;
  for (const auto& gap : *kept) languages.insert(gap.lang);
  view.languages.assign(languages.begin(), languages.end());
  if (report) {
    view.made = report->made;
    view.days = insights::days(report->period);
  }
  if (board && board->status().failed) view.problem = to_line(*board->status().failed);
  add_tabs(staff, *kept, report.get(), filter, view);
  const auto listed = listed_gaps(*kept, report.get(), filter);
  add_gaps(staff, listed, report.get(), filter, view);
  view.empty = why_empty(report.get(), filter, kept->size());
  const auto api = staff.url(kGapsApiPath) + "?" + to_query(filter);
  view.csv_url = api + "&format=csv";
  view.json_url = api;
  view.feed_url = staff.url(kGapFeedPath);
  return staff.page(200, page::render(staff.center.renderer, view));
}

}  // namespace kb
