#include "core/store/article_flags.h"

#include <array>

namespace kb::store {
namespace {

constexpr std::array<std::string_view, 4> kFlagNames = {"wrong", "outdated", "unclear", "missing"};

// id, lang, article, kind, note, ticket, owner, who, at
ArticleFlag flag_of(const Row& row) {
  return {.id = row.integer(0),
          .lang = row.text(1),
          .article = row.text(2),
          .kind = parse_flag_kind(row.text(3)).value_or(FlagKind::wrong),
          .note = row.text(4),
          .ticket = row.text(5),
          .owner = row.text(6),
          .who = row.text(7),
          .at = row.time(8)};
}

}  // namespace

std::string_view flag_kind_name(FlagKind kind) {
  return kFlagNames[static_cast<std::size_t>(kind)];
}

std::optional<FlagKind> parse_flag_kind(std::string_view name) {
  for (std::size_t i = 0; i < kFlagNames.size(); ++i)
    if (kFlagNames[i] == name) return static_cast<FlagKind>(i);
  return std::nullopt;
}

Result<std::int64_t> add_flag(Sql& sql, const ArticleFlag& flag) {
  const auto kind = flag_kind_name(flag.kind);
  const auto again = sql.one(
      "UPDATE article_flags SET note = $6 WHERE lang = $1 AND article = $2 AND kind = $3 "
      "AND ticket = $4 AND who = $5 AND closed IS NULL RETURNING id",
      {flag.lang, flag.article, kind, flag.ticket, flag.who, flag.note});
  if (!again) return fail(again.error());
  if (*again) return (*again)->integer(0);
  return sql.added(
      "INSERT INTO article_flags (lang, article, kind, note, ticket, owner, who, at, closed_by, "
      "closed_note) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', '') RETURNING id",
      {flag.lang, flag.article, kind, flag.note, flag.ticket, flag.owner, flag.who, flag.at});
}

Result<std::vector<ArticleFlag>> open_flags(Sql& sql, int limit) {
  return sql.list(
      "SELECT id, lang, article, kind, note, ticket, owner, who, at FROM article_flags "
      "WHERE closed IS NULL ORDER BY owner, at, id LIMIT $1",
      {limit}, flag_of);
}

Result<std::int64_t> count_open_flags(Sql& sql) {
  const auto row = sql.one("SELECT count(*) FROM article_flags WHERE closed IS NULL");
  if (!row) return fail(row.error());
  return *row ? (*row)->integer(0) : 0;
}

Result<std::optional<ArticleFlag>> find_open_flag(Sql& sql, std::int64_t id) {
  const auto row = sql.one(
      "SELECT id, lang, article, kind, note, ticket, owner, who, at FROM article_flags "
      "WHERE id = $1 AND closed IS NULL",
      {id});
  if (!row) return fail(row.error());
  return *row ? std::optional(flag_of(**row)) : std::nullopt;
}

Result<bool> close_flag(Sql& sql, std::int64_t id, std::string_view who, std::string_view note,
                        Time now) {
  const auto changed = sql.change(
      "UPDATE article_flags SET closed = $2, closed_by = $3, closed_note = $4 "
      "WHERE id = $1 AND closed IS NULL",
      {id, now, who, note});
  if (!changed) return fail(changed.error());
  return *changed > 0;
}

}  // namespace kb::store
