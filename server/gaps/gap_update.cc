#include "server/gaps/gap_update.h"

#include <algorithm>

#include "core/store/users.h"
#include "server/gaps/gap_view.h"

namespace kb {
namespace {

bool can_be_read(const StaffRequest& staff, const std::string& article) {
  const auto slash = article.find('/');
  const auto generation = staff.center.searchers.generation();
  return slash != std::string::npos && generation &&
         generation->find(article.substr(0, slash), article.substr(slash + 1), Audience::everyone)
             .has_value();
}

// "state in_progress, owner ana": for the audit log, which has each change by itself in the
// history.
std::string summary_of(const ChangedGap& changed) {
  std::string text;
  for (const auto& line : changed.lines) {
    text += (text.empty() ? "" : ", ") + line.what;
    if (line.what != "comment") text += " " + line.after;
  }
  return text;
}

}  // namespace

Result<GapUpdate> update_gap(const StaffRequest& staff, store::Sql& sql, std::int64_t id,
                             const GapWish& wish, std::int64_t version) {
  const auto gap = store::find_gap(sql, id);
  if (!gap) return fail(gap.error());
  if (!*gap || (*gap)->merged_into) return GapUpdate{.kind = GapUpdate::Kind::missing};
  const auto users = store::list_users(sql);
  if (!users) return fail(users.error());
  const GapRules rules{.owners = gap_owners(*users), .is_article = [&](const std::string& article) {
                         return can_be_read(staff, article);
                       }};
  GapUpdate update{.changed =
                       changed_gap(**gap, wish, rules,
                                   {.who = staff.identity.name, .now = staff.center.clock.now()})};
  const bool says_only = std::ranges::all_of(
      update.changed.lines, [](const auto& line) { return line.what == "comment"; });
  if (!says_only && (*gap)->version != version)
    update.kind = GapUpdate::Kind::overtaken;
  else if (!update.changed.faults.empty())
    update.kind = GapUpdate::Kind::faulty;
  else if (update.changed.lines.empty())
    update.kind = GapUpdate::Kind::unchanged;
  if (update.kind != GapUpdate::Kind::done) return update;
  const auto written = write_change(sql, update.changed, version);
  if (!written) return fail(written.error());
  if (!*written) {
    update.kind = GapUpdate::Kind::overtaken;
    return update;
  }
  if (auto noted = staff.audit(sql, "gap.change", std::to_string(id), summary_of(update.changed));
      !noted)
    return fail(noted.error());
  return update;
}

}  // namespace kb
