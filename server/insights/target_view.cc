#include "server/insights/target_view.h"

#include <cmath>

#include "core/base/date.h"
#include "core/text/message.h"
#include "server/insights/figure_words.h"

namespace kb {
namespace {

using insights::FigureRule;
using insights::Interval;
using insights::VisitFigure;

std::string name_of(const FigureRule& rule, const page::LanguageTexts& texts) {
  return texts.format("insights.figure_" + std::string(rule.name));
}

std::string words_of(const VisitFigure& figure, const page::LanguageTexts& texts) {
  const FigureWords words(texts, "");
  auto value = words.value(figure);
  const auto interval = words.interval(figure);
  return interval.empty() ? value : value + " (" + interval + ")";
}

// "at most 5.0 %"
std::string limit_words(const FigureRule& rule, bool at_most, double limit,
                        const page::LanguageTexts& texts) {
  return texts.format(at_most ? "targets.at_most_of" : "targets.at_least_of",
                      {{"value", figure_words(rule, limit, texts)}});
}

std::string title_of(const store::FigureTarget& target, const FigureRule& rule,
                     const page::LanguageTexts& texts) {
  std::string what = name_of(rule, texts);
  if (!target.lang.empty()) what += " · " + text::language_name(target.lang, texts.lang());
  if (!target.category.empty()) what += " · " + target.category;
  return what + ": " + limit_words(rule, target.at_most, target.goal, texts);
}

void add_guard(page::TargetLine& line, const StandingTarget& standing,
               const page::LanguageTexts& texts) {
  const auto& [target, progress] = standing;
  const auto* rule = progress.guard_now.rule;
  if (!rule) return;
  line.guard = name_of(*rule, texts) + ": " +
               limit_words(*rule, target.guard_at_most, target.guard_limit, texts);
  line.guard_state = insights::guard_state_name(progress.guard);
  line.guard_now = words_of(progress.guard_now, texts);
}

}  // namespace

Result<std::vector<StandingTarget>> read_targets(const store::Store& store, std::int64_t today,
                                                 std::optional<std::int64_t> until_day) {
  return store.read([&](store::Sql& sql) -> Result<std::vector<StandingTarget>> {
    auto targets = store::list_targets(sql);
    if (!targets) return fail(targets.error());
    if (until_day)
      std::erase_if(*targets, [&](const auto& target) { return target.by_day > *until_day; });
    std::vector<insights::HistoryWish> wishes;
    for (const auto& target : *targets) wishes.push_back(insights::history_wish(target, today));
    const auto histories = insights::read_histories(sql, wishes);
    if (!histories) return fail(histories.error());
    std::vector<StandingTarget> standing;
    for (std::size_t i = 0; i < targets->size(); ++i)
      standing.push_back(
          {(*targets)[i], insights::progress_of((*targets)[i], (*histories)[i], today)});
    return standing;
  });
}

page::TargetLine target_line(const StandingTarget& standing, const page::LanguageTexts& texts) {
  const auto& [target, progress] = standing;
  const auto* rule = progress.now.rule;
  const Time by{std::chrono::days{target.by_day}};
  page::TargetLine line{.id = target.id,
                        .title = target.figure,
                        .by = text::format_date(by, texts.lang()),
                        .by_day = iso_date(by),
                        .who = target.who,
                        .outlook = std::string(insights::outlook_name(progress.outlook))};
  if (!rule) return line;
  line.title = title_of(target, *rule, texts);
  line.start = target.start ? figure_words(*rule, *target.start, texts) : "–";
  line.now = words_of(progress.now, texts);
  line.goal = limit_words(*rule, target.at_most, target.goal, texts);
  if (progress.done) line.done = static_cast<int>(std::floor(*progress.done * 100));
  if (progress.expected)
    line.expected = texts.format("targets.expected",
                                 {{"low", figure_words(*rule, progress.expected->low, texts)},
                                  {"high", figure_words(*rule, progress.expected->high, texts)}});
  add_guard(line, standing, texts);
  return line;
}

std::string figure_words(const FigureRule& rule, double value, const page::LanguageTexts& texts) {
  VisitFigure figure{.rule = &rule};
  figure.value = value;
  return FigureWords(texts, "").value(figure);
}

}  // namespace kb
