#include "server/gaps/replay_answer.h"

#include "core/store/gap_table.h"
#include "server/gaps/gap_urls.h"
#include "server/gaps/replay_runner.h"
#include "server/gaps/replay_view.h"
#include "server/page/replay_page.h"

namespace kb {
namespace {

using State = ReplayRunner::State;

constexpr int kRenewAfter = 2;  // seconds

http::Response show(const StaffRequest& staff, const store::Gap& gap) {
  const auto& replays = *staff.center.replays;
  const auto status = replays.status(gap.id);
  const auto running = replays.running();
  page::ReplayPage view{.staff = staff.site("gaps"),
                        .label = gap.label,
                        .lang = gap.lang,
                        .gap_url = staff.url(gap_path(gap.id)),
                        .draft_url = staff.url(gap_draft_path(gap.id)),
                        .action = staff.url(gap_replay_path(gap.id)),
                        .is_running = status.state == State::running,
                        .is_another_running = running && *running != gap.id,
                        .started = status.started,
                        .problem = status.problem};
  if (status.state == State::done) {
    auto report = read_replay(status.report);
    if (report)
      view.report = std::move(*report);
    else
      view.problem = to_line(report.error());
  }
  auto response = staff.page(200, page::render(staff.center.renderer, view));
  if (view.is_running) response.headers.push_back({"Refresh", std::to_string(kRenewAfter)});
  return response;
}

http::Response start(const StaffRequest& staff, std::int64_t id) {
  const auto noted = staff.store.write(
      [&](store::Sql& sql) { return staff.audit(sql, "gap.replay", std::to_string(id)); });
  if (!noted) return staff.fault(noted.error());
  const bool is_started = staff.center.replays->request(id);
  return staff.done(gap_replay_path(id),
                    is_started ? "staff.done.replay" : "staff.done.replay_busy");
}

}  // namespace

http::Response answer_replay(const StaffRequest& staff, std::int64_t id) {
  if (!staff.center.replays) return staff.not_found();
  const auto gap = staff.store.read([&](store::Sql& sql) { return store::find_gap(sql, id); });
  if (!gap) return staff.fault(gap.error());
  if (!*gap || (*gap)->merged_into) return staff.not_found();
  return staff.request.method == "POST" ? start(staff, id) : show(staff, **gap);
}

}  // namespace kb
