#include "core/store/gap_table.h"

#include <array>
#include <map>
#include <unordered_map>

#include "core/store/bulk_insert.h"

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 6> kGapStates = {"open",      "assigned", "in_progress",
                                                        "published", "verified", "wont_fix"};

std::string select_gaps(std::string_view which) {
  return "SELECT id, lang, label, is_named, state, owner, due, article, reason, published, "
         "verified, merged_into, created, changed, version FROM gaps " +
         std::string(which);
}

Gap gap_of(const Row& row) {
  return {.id = row.integer(0),
          .lang = row.text(1),
          .label = row.text(2),
          .is_named = row.integer(3) != 0,
          .state = parse_gap_state(row.text(4)).value_or(GapState::open),
          .owner = row.text(5),
          .due = row.maybe_integer(6),
          .article = row.text(7),
          .reason = row.text(8),
          .published = row.maybe_time(9),
          .verified = row.maybe_time(10),
          .merged_into = row.maybe_integer(11),
          .created = row.time(12),
          .changed = row.time(13),
          .version = row.integer(14)};
}

std::string select_changes(std::string_view which) {
  return "SELECT id, gap, at, who, what, before, after FROM gap_changes " + std::string(which);
}

Result<std::vector<GapChange>> changes_of(const Result<std::vector<Row>>& rows) {
  if (!rows) return fail(rows.error());
  std::vector<GapChange> changes;
  for (const Row& row : *rows)
    changes.push_back({.id = row.integer(0),
                       .gap = row.integer(1),
                       .at = row.time(2),
                       .who = row.text(3),
                       .what = row.text(4),
                       .before = row.text(5),
                       .after = row.text(6)});
  return changes;
}

Result<void> all_done(const Result<std::int64_t>& changed) {
  if (!changed) return fail(changed.error());
  return {};
}

// What each question of a gap was when this transaction began: pinned or not.
using KnownQuestions = std::unordered_map<std::string, bool>;

Result<KnownQuestions> questions_of(Sql& sql, std::int64_t gap) {
  KnownQuestions questions;
  const auto read = sql.each("SELECT question, pinned FROM gap_questions WHERE gap = $1", {gap},
                             [&](const Row& row) -> Result<void> {
                               questions.emplace(row.text(0), row.integer(1) != 0);
                               return {};
                             });
  if (!read) return fail(read.error());
  return questions;
}

// `spares_pinned`: what a writer pinned to another gap stays there.
Result<void> write_questions(Sql& sql, std::int64_t gap, std::string_view lang,
                             const std::vector<GapMember>& questions, bool spares_pinned) {
  constexpr std::string_view kInto = "gap_questions (lang, question, gap, pinned)";
  constexpr std::string_view kTake =
      "ON CONFLICT (lang, question) DO UPDATE SET gap = excluded.gap, pinned = excluded.pinned";
  constexpr std::string_view kTakeLoose =
      "ON CONFLICT (lang, question) DO UPDATE SET gap = excluded.gap, pinned = excluded.pinned "
      "WHERE gap_questions.pinned = 0";
  // One statement must not meet a question twice: PostgreSQL refuses that.
  std::map<std::string_view, bool> once;
  for (const auto& member : questions) {
    bool& pinned = once[member.question];
    pinned = pinned || member.pinned;
  }
  std::vector<Value> rows;
  for (const auto& [question, pinned] : once)
    rows.insert(rows.end(), {Value(lang), Value(question), Value(gap), Value(pinned)});
  return insert_rows(sql, {kInto, 4, spares_pinned ? kTakeLoose : kTake}, rows);
}

}  // namespace

std::string_view gap_state_name(GapState state) {
  return kGapStates[static_cast<std::size_t>(state)];
}

std::optional<GapState> parse_gap_state(std::string_view name) {
  for (std::size_t i = 0; i < kGapStates.size(); ++i)
    if (kGapStates[i] == name) return static_cast<GapState>(i);
  return std::nullopt;
}

Result<std::int64_t> add_gap(Sql& sql, const Gap& gap, const GapChange& change) {
  auto id = sql.added(
      "INSERT INTO gaps (lang, label, is_named, state, owner, due, article, reason, published, "
      "verified, merged_into, created, changed, version) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) RETURNING id",
      {gap.lang, gap.label, gap.is_named, gap_state_name(gap.state), gap.owner, gap.due,
       gap.article, gap.reason, gap.published, gap.verified, gap.merged_into, gap.created,
       gap.changed, gap.version});
  if (!id) return fail(id.error());
  if (auto written = write_questions(sql, *id, gap.lang, gap.questions, true); !written)
    return fail(written.error());
  auto line = change;
  line.gap = *id;
  if (auto added = add_gap_change(sql, line); !added) return fail(added.error());
  return id;
}

Result<std::vector<Gap>> list_gap_heads(Sql& sql) {
  return sql.list(select_gaps("WHERE merged_into IS NULL ORDER BY id"), {}, gap_of);
}

Result<std::vector<Gap>> list_gaps(Sql& sql) {
  auto gaps = list_gap_heads(sql);
  if (!gaps) return gaps;
  std::unordered_map<std::int64_t, std::size_t> place;
  for (std::size_t i = 0; i < gaps->size(); ++i) place[(*gaps)[i].id] = i;
  const auto read =
      sql.each("SELECT gap, question, pinned FROM gap_questions ORDER BY gap, question", {},
               [&](const Row& row) -> Result<void> {
                 if (const auto found = place.find(row.integer(0)); found != place.end())
                   (*gaps)[found->second].questions.push_back({row.text(1), row.integer(2) != 0});
                 return {};
               });
  if (!read) return fail(read.error());
  return gaps;
}

Result<std::optional<Gap>> find_gap(Sql& sql, std::int64_t id) {
  const auto row = sql.one(select_gaps("WHERE id = $1"), {id});
  if (!row) return fail(row.error());
  if (!*row) return std::nullopt;
  auto gap = gap_of(**row);
  const auto read =
      sql.each("SELECT question, pinned FROM gap_questions WHERE gap = $1 ORDER BY question", {id},
               [&](const Row& question) -> Result<void> {
                 gap.questions.push_back({question.text(0), question.integer(1) != 0});
                 return {};
               });
  if (!read) return fail(read.error());
  return gap;
}

Result<bool> change_gap(Sql& sql, const Gap& gap, std::int64_t version, const GapChange& change) {
  const auto changed = sql.change(
      "UPDATE gaps SET label = $3, is_named = $4, state = $5, owner = $6, due = $7, article = $8, "
      "reason = $9, published = $10, verified = $11, merged_into = $12, changed = $13, "
      "version = version + 1 WHERE id = $1 AND version = $2",
      {gap.id, version, gap.label, gap.is_named, gap_state_name(gap.state), gap.owner, gap.due,
       gap.article, gap.reason, gap.published, gap.verified, gap.merged_into, change.at});
  if (!changed) return fail(changed.error());
  if (*changed == 0) return false;
  auto line = change;
  line.gap = gap.id;
  if (auto added = add_gap_change(sql, line); !added) return fail(added.error());
  return true;
}

Result<void> set_gap_questions(Sql& sql, std::int64_t gap, std::string_view lang,
                               const std::vector<GapMember>& questions) {
  const auto merged = sql.one("SELECT merged_into FROM gaps WHERE id = $1", {gap});
  if (!merged) return fail(merged.error());
  if (!*merged || !(*merged)->is_null(0)) return {};
  auto known = questions_of(sql, gap);
  if (!known) return fail(known.error());
  std::vector<GapMember> fresh;
  for (const auto& member : questions) {
    const auto found = known->find(member.question);
    if (found == known->end() || member.pinned > found->second) fresh.push_back(member);
    if (found != known->end()) known->erase(found);
  }
  for (const auto& [question, pinned] : *known) {
    if (pinned) continue;
    const auto gone =
        sql.change("DELETE FROM gap_questions WHERE lang = $1 AND question = $2 AND gap = $3",
                   {lang, question, gap});
    if (!gone) return fail(gone.error());
  }
  return write_questions(sql, gap, lang, fresh, true);
}

Result<void> pin_gap_questions(Sql& sql, std::int64_t gap, std::string_view lang,
                               const std::vector<std::string>& questions) {
  std::vector<GapMember> members;
  for (const auto& question : questions) members.push_back({question, true});
  return write_questions(sql, gap, lang, members, false);
}

Result<void> set_gap_label(Sql& sql, std::int64_t gap, std::string_view label) {
  return all_done(sql.change(
      "UPDATE gaps SET label = $2 WHERE id = $1 AND is_named = 0 AND label <> $2", {gap, label}));
}

Result<void> add_gap_change(Sql& sql, const GapChange& change) {
  return all_done(
      sql.change("INSERT INTO gap_changes (gap, at, who, what, before, after) "
                 "VALUES ($1, $2, $3, $4, $5, $6)",
                 {change.gap, change.at, change.who, change.what, change.before, change.after}));
}

Result<std::vector<GapChange>> gap_history(Sql& sql, std::int64_t gap) {
  return changes_of(sql.all(select_changes("WHERE gap = $1 ORDER BY at, id"), {gap}));
}

Result<std::vector<GapChange>> gap_changes_since(Sql& sql, Time since, int limit) {
  return changes_of(
      sql.all(select_changes("WHERE at >= $1 ORDER BY at DESC, id DESC LIMIT $2"), {since, limit}));
}

}  // namespace kb::store
