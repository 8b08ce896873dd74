#include "server/gaps/gap_reshape.h"

#include <algorithm>
#include <set>

#include "core/insights/search_intents.h"

namespace kb {
namespace {

using UpdateKind = GapUpdate::Kind;

store::GapChange line_by(const StaffRequest& staff, std::string what, std::string before,
                         std::string after) {
  return {.at = staff.center.clock.now(),
          .who = staff.identity.name,
          .what = std::move(what),
          .before = std::move(before),
          .after = std::move(after)};
}

// The gap, where it is still as it was seen.
struct SeenGap {
  UpdateKind kind = UpdateKind::done;
  store::Gap gap = {};
};
Result<SeenGap> read_seen(store::Sql& sql, const GapAsSeen& seen) {
  auto gap = store::find_gap(sql, seen.gap);
  if (!gap) return fail(gap.error());
  if (!*gap || (*gap)->merged_into) return SeenGap{.kind = UpdateKind::missing};
  if ((*gap)->version != seen.version) return SeenGap{.kind = UpdateKind::overtaken};
  return SeenGap{.gap = std::move(**gap)};
}

Result<void> pin_all(store::Sql& sql, std::int64_t into, const store::Gap& from) {
  std::vector<std::string> questions;
  for (const auto& member : from.questions) questions.push_back(member.question);
  return store::pin_gap_questions(sql, into, from.lang, questions);
}

// Those of the gap's questions that are among `texts`, in whatever spelling.
std::vector<std::string> chosen_questions(const store::Gap& gap,
                                          const std::vector<std::string>& texts) {
  std::set<std::string> forms(texts.begin(), texts.end());
  for (const auto& text : texts) forms.insert(insights::query_form(text));
  std::vector<std::string> chosen;
  for (const auto& member : gap.questions)
    if (forms.contains(member.question)) chosen.push_back(member.question);
  return chosen;
}

}  // namespace

Result<UpdateKind> merge_gap(const StaffRequest& staff, store::Sql& sql, const GapAsSeen& seen,
                             std::int64_t into) {
  auto source = read_seen(sql, seen);
  if (!source) return fail(source.error());
  if (source->kind != UpdateKind::done) return source->kind;
  const auto target = store::find_gap(sql, into);
  if (!target) return fail(target.error());
  if (!*target || (*target)->merged_into || into == seen.gap || (*target)->lang != source->gap.lang)
    return UpdateKind::faulty;
  if (auto pinned = pin_all(sql, into, source->gap); !pinned) return fail(pinned.error());
  source->gap.merged_into = into;
  const auto changed = store::change_gap(sql, source->gap, seen.version,
                                         line_by(staff, "merge", "", (*target)->label));
  if (!changed) return fail(changed.error());
  auto line = line_by(staff, "merge", source->gap.label, (*target)->label);
  line.gap = into;
  if (auto added = store::add_gap_change(sql, line); !added) return fail(added.error());
  if (auto noted = staff.audit(sql, "gap.merge", std::to_string(seen.gap), std::to_string(into));
      !noted)
    return fail(noted.error());
  return UpdateKind::done;
}

Result<SplitGap> split_gap(const StaffRequest& staff, store::Sql& sql, const GapAsSeen& seen,
                           const GapPart& part) {
  const auto source = read_seen(sql, seen);
  if (!source) return fail(source.error());
  if (source->kind != UpdateKind::done) return SplitGap{.kind = source->kind};
  const auto questions = chosen_questions(source->gap, part.questions);
  if (questions.empty() || questions.size() == source->gap.questions.size())
    return SplitGap{.kind = UpdateKind::faulty};
  const auto now = staff.center.clock.now();
  const auto label = part.label.empty() ? part.questions.front() : part.label;
  const auto added = store::add_gap(sql,
                                    {.lang = source->gap.lang,
                                     .label = label,
                                     .is_named = !part.label.empty(),
                                     .created = now,
                                     .changed = now},
                                    line_by(staff, "split", source->gap.label, label));
  if (!added) return fail(added.error());
  if (auto pinned = store::pin_gap_questions(sql, *added, source->gap.lang, questions); !pinned)
    return fail(pinned.error());
  const auto changed = store::change_gap(sql, source->gap, seen.version,
                                         line_by(staff, "split", source->gap.label, label));
  if (!changed) return fail(changed.error());
  if (auto noted = staff.audit(sql, "gap.split", std::to_string(seen.gap), std::to_string(*added));
      !noted)
    return fail(noted.error());
  return SplitGap{.gap = *added};
}

}  // namespace kb
