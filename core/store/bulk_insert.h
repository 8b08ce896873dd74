// Many rows into one table with few statements.
//
//   insert_rows(sql, {"rollups (day, part, …)", 8}, values)     // values: row after row
//
// The statements are the same each time, so that they stay prepared: rows go in groups of fixed
// sizes. What fails is an Error of the transaction, and none of the rows is kept. Functions on a
// transaction: Sql decides the thread.

#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/store/sql.h"

namespace kb::store {

// `into`: the table and its columns, `end`: what follows the rows, such as ON CONFLICT DO NOTHING.
// Both are literals.
struct RowShape {
  std::string_view into;
  std::size_t columns = 0;
  std::string_view end = {};
};

Result<void> insert_rows(Sql& sql, const RowShape& shape, std::span<const Value> values);

// Where `end` is RETURNING …: what was inserted.
Result<void> insert_rows(Sql& sql, const RowShape& shape, std::span<const Value> values,
                         const Sql::EachRow& visit);

}  // namespace kb::store
