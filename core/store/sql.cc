#include "core/store/sql.h"

namespace kb::store {

bool Row::is_null(std::size_t column) const {
  return std::holds_alternative<std::nullptr_t>(columns_.at(column).held());
}

const std::string& Row::text(std::size_t column) const {
  static const std::string none;
  const auto* text = std::get_if<std::string>(&columns_.at(column).held());
  return text ? *text : none;
}

std::int64_t Row::integer(std::size_t column) const {
  return maybe_integer(column).value_or(0);
}

double Row::number(std::size_t column) const {
  if (const auto* number = std::get_if<double>(&columns_.at(column).held())) return *number;
  return static_cast<double>(integer(column));
}

Time Row::time(std::size_t column) const {
  return maybe_time(column).value_or(Time{});
}

std::optional<std::int64_t> Row::maybe_integer(std::size_t column) const {
  const auto* number = std::get_if<std::int64_t>(&columns_.at(column).held());
  return number ? std::optional(*number) : std::nullopt;
}

std::optional<Time> Row::maybe_time(std::size_t column) const {
  const auto seconds = maybe_integer(column);
  return seconds ? std::optional(Time(std::chrono::seconds(*seconds))) : std::nullopt;
}

Result<std::vector<Row>> Sql::all(std::string_view statement, Values values) {
  return list(statement, values, [](const Row& row) { return row; });
}

Result<std::optional<Row>> Sql::one(std::string_view statement, Values values) {
  std::optional<Row> first;
  auto done = each(statement, values, [&](const Row& row) -> Result<void> {
    if (!first) first = row;
    return {};
  });
  if (!done) return fail(done.error());
  return first;
}

Result<std::int64_t> Sql::added(std::string_view statement, Values values) {
  const auto row = one(statement, values);
  if (!row) return fail(row.error());
  if (!*row) return fail("the store gave the new row no number", std::string(statement));
  return (*row)->integer(0);
}

}  // namespace kb::store
