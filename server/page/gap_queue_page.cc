#include "server/page/gap_queue_page.h"

#include <array>
#include <nlohmann/json.hpp>

#include "core/base/date.h"
#include "core/text/message.h"

namespace kb::page {
namespace {

using nlohmann::json;
using Empty = GapQueuePage::Empty;

constexpr std::array<std::string_view, 5> kDiagnoses = {
    "missing", "missing_in_language", "stale_translation", "vocabulary", "unhelpful"};
constexpr std::array<std::string_view, 5> kTrends = {"new", "rising", "steady", "fading", "solved"};
constexpr std::array<std::string_view, 4> kOrders = {"rank", "customers", "tickets", "newest"};

template <class Keys>
json choices_of(const Frame& frame, const Keys& keys, std::string_view group,
                std::string_view chosen) {
  std::vector<Choice> found;
  for (const auto key : keys)
    found.push_back(
        {std::string(key), frame.text(std::string(group) + std::string(key)), key == chosen});
  return choices(found);
}

json tab_items(const Frame& frame, const GapQueuePage& page) {
  auto items = json::array();
  for (const auto& tab : page.tabs) {
    const auto name = tab.key.empty()     ? frame.text("gaps.all")
                      : tab.key == "mine" ? frame.text("gaps.mine")
                                          : gap_state_text(frame, tab.key);
    items.push_back({{"text", name},
                     {"url", tab.url},
                     {"count", text::format_number(tab.count, frame.lang())},
                     {"current", tab.is_current}});
  }
  return items;
}

// What is said where there are none, and what to do then: keys of texts.
struct EmptyWords {
  const char* text;
  const char* advice;
};
EmptyWords empty_words(Empty empty) {
  switch (empty) {
    case Empty::not_yet:
      return {"gaps.not_yet", "gaps.not_yet_advice"};
    case Empty::no_events:
      return {"gaps.no_events", "gaps.no_events_advice"};
    case Empty::none_chosen:
      return {"gaps.none_chosen", "gaps.none_chosen_advice"};
    case Empty::none:
      break;
  }
  return {"gaps.none", "gaps.none_advice"};
}

std::string when(const Frame& frame, const GapQueuePage& page) {
  if (!page.made) return {};
  auto minute = iso_time(*page.made).substr(0, 16);
  minute[10] = ' ';
  return frame.text("gaps.made", {{"when", minute + " UTC"}, {"days", page.days}});
}

}  // namespace

std::string render(const Renderer& renderer, const GapQueuePage& page) {
  const Frame frame(renderer, page.staff.site);
  auto model = writer_model(frame, page.staff, {.title = frame.text("gaps.title")});
  std::vector<Choice> languages;
  for (const auto& lang : page.languages)
    languages.push_back({lang, text::language_name(lang, frame.lang()), lang == page.lang});
  auto gaps = json::array();
  for (const auto& gap : page.gaps) gaps.push_back(gap_item(frame, gap));
  model["gaps_css_url"] = frame.asset_url("gaps.css");
  model["action"] = page.action;
  model["tabs"] = tab_items(frame, page);
  model["chosen_state"] = page.state;
  model["languages"] = choices(languages);
  model["diagnoses"] = choices_of(frame, kDiagnoses, "gap.diagnosis.", page.diagnosis);
  model["trends"] = choices_of(frame, kTrends, "gap.trend.", page.trend);
  model["orders"] = choices_of(frame, kOrders, "gaps.order_", page.order);
  model["made"] = when(frame, page);
  model["problem"] =
      page.problem.empty() ? "" : frame.text("gaps.problem", {{"problem", page.problem}});
  model["count"] = frame.text("gaps.count", {{"count", page.count}});
  model["has_gaps"] = !gaps.empty();
  model["gaps"] = std::move(gaps);
  const auto [empty, advice] = empty_words(page.empty);
  model["empty"] = frame.text(empty);
  model["empty_advice"] = frame.text(advice);
  model["csv_url"] = page.csv_url;
  model["json_url"] = page.json_url;
  model["feed_url"] = page.feed_url;
  frame.add_paging(model, page.paging);
  return frame.fill("gaps", model);
}

}  // namespace kb::page
