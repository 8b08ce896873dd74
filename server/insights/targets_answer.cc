#include "server/insights/targets_answer.h"

#include <charconv>

#include "core/store/figure_targets.h"
#include "core/text/calendar.h"
#include "server/insights/filter_choices.h"
#include "server/insights/target_form.h"
#include "server/insights/target_view.h"
#include "server/page/targets_page.h"

namespace kb {
namespace {

constexpr std::string_view kInsightsPath = "/writer/insights";
constexpr std::string_view kUsualFigure = "zero_result_rate";

Result<std::int64_t> today_of(const StaffRequest& staff) {
  const auto calendar = text::Calendar::of(staff.center.config.insights.time_zone);
  if (!calendar) return fail(calendar.error());
  return calendar->day_of(staff.center.clock.now());
}

std::vector<page::Choice> figure_choices(std::string_view chosen,
                                         const page::LanguageTexts& texts) {
  std::vector<page::Choice> figures;
  for (const auto* rule : insights::target_figures())
    figures.push_back({std::string(rule->name),
                       texts.format("insights.figure_" + std::string(rule->name)),
                       rule->name == chosen});
  return figures;
}

http::Response targets_page(const StaffRequest& staff, std::int64_t today, int status,
                            const TargetInput& input) {
  const auto standing = read_targets(staff.store, today);
  if (!standing) return staff.fault(standing.error());
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  page::TargetsPage view{.staff = staff.site("insights"),
                         .action = staff.url(kTargetsPath),
                         .insights_url = staff.url(kInsightsPath),
                         .form = input.form};
  for (const auto& each : *standing) view.targets.push_back(target_line(each, texts));
  const auto& target = input.target;
  view.form.figures = figure_choices(target.figure.empty() ? kUsualFigure : target.figure, texts);
  view.form.guards = figure_choices(target.guard, texts);
  view.form.languages = language_choices(staff, target.lang, texts);
  view.form.categories = category_choices(staff, target.category, texts);
  return staff.page(status, page::render(staff.center.renderer, view));
}

// With what the figure was in the 28 days before today.
Result<void> keep(const StaffRequest& staff, store::Sql& sql, store::FigureTarget target,
                  std::int64_t today) {
  const insights::HistoryWish wish{
      .lang = target.lang, .category = target.category, .until = today};
  const auto histories = insights::read_histories(sql, {&wish, 1});
  if (!histories) return fail(histories.error());
  if (const auto* rule = insights::find_figure_rule(target.figure))
    target.start = insights::start_of(*rule, histories->front());
  target.who = staff.identity.name;
  target.created = staff.center.clock.now();
  const auto id = store::add_target(sql, target);
  if (!id) return fail(id.error());
  return staff.audit(sql, "target.add", target.figure, std::to_string(*id));
}

http::Response add_target(const StaffRequest& staff, std::int64_t today) {
  const auto input = read_target(staff.form, today);
  if (!input.is_right) return targets_page(staff, today, 422, input);
  const auto kept =
      staff.store.write([&](store::Sql& sql) { return keep(staff, sql, input.target, today); });
  if (!kept) return staff.fault(kept.error());
  return staff.done(kTargetsPath, "staff.done.target_added");
}

http::Response close_target(const StaffRequest& staff) {
  const auto typed = staff.form.text("id");
  std::int64_t id = 0;
  const auto [stop, error] = std::from_chars(typed.data(), typed.data() + typed.size(), id);
  if (error != std::errc() || stop != typed.data() + typed.size()) return staff.not_found();
  const auto closed = staff.store.write([&](store::Sql& sql) -> Result<bool> {
    auto done = store::close_target(sql, id, staff.center.clock.now());
    if (!done || !*done) return done;
    if (auto noted = staff.audit(sql, "target.close", typed); !noted) return fail(noted.error());
    return true;
  });
  if (!closed) return staff.fault(closed.error());
  return staff.done(kTargetsPath, *closed ? "staff.done.target_closed" : "staff.done.target_gone");
}

}  // namespace

http::Response answer_targets(const StaffRequest& staff) {
  const auto today = today_of(staff);
  if (!today) return staff.fault(today.error());
  if (staff.request.method != "POST") {
    TargetInput fresh;
    fresh.form.at_most = true;
    return targets_page(staff, *today, 200, fresh);
  }
  const auto what = staff.form.text("do");
  if (what == "add") return add_target(staff, *today);
  if (what == "close") return close_target(staff);
  return staff.not_found();
}

Result<page::TargetsSummary> targets_summary(const StaffRequest& staff,
                                             std::optional<std::int64_t> within_days) {
  const auto today = today_of(staff);
  if (!today) return fail(today.error());
  const auto until = within_days ? std::optional(*today + *within_days) : std::nullopt;
  const auto standing = read_targets(staff.store, *today, until);
  if (!standing) return fail(standing.error());
  const auto texts = staff.center.renderer.texts().in(staff.lang);
  page::TargetsSummary summary{.url = staff.url(kTargetsPath)};
  for (const auto& each : *standing) summary.lines.push_back(target_line(each, texts));
  return summary;
}

}  // namespace kb
