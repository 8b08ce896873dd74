#include "core/store/bulk_insert.h"

#include <algorithm>
#include <array>

namespace kb::store {
namespace {

// The largest is a compromise: SQLite takes time that grows with the square of the parameters to
// prepare a statement, PostgreSQL a round trip for each.
constexpr std::array<std::size_t, 3> kGroups = {128, 16, 1};

std::string statement(const RowShape& shape, std::size_t rows) {
  std::string text = "INSERT INTO ";
  text.append(shape.into).append(" VALUES ");
  std::size_t parameter = 0;
  for (std::size_t row = 0; row < rows; ++row) {
    text += row == 0 ? "(" : ", (";
    for (std::size_t column = 0; column < shape.columns; ++column)
      text.append(column == 0 ? "$" : ", $").append(std::to_string(++parameter));
    text += ')';
  }
  return text.append(" ").append(shape.end);
}

}  // namespace

Result<void> insert_rows(Sql& sql, const RowShape& shape, std::span<const Value> values,
                         const Sql::EachRow& visit) {
  for (const std::size_t rows : kGroups) {
    const std::size_t size = rows * shape.columns;
    if (values.size() < size) continue;
    const std::string text = statement(shape, rows);
    for (; values.size() >= size; values = values.subspan(size))
      if (auto done = sql.each(text, values.first(size), visit); !done) return done;
  }
  return {};
}

Result<void> insert_rows(Sql& sql, const RowShape& shape, std::span<const Value> values) {
  return insert_rows(sql, shape, values, [](const Row&) -> Result<void> { return {}; });
}

}  // namespace kb::store
