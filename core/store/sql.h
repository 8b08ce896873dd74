// The little SQL that SQLite and PostgreSQL share: statements with $1, $2 …, and rows.
//
//   sql.change("UPDATE users SET role = $2 WHERE name = $1", {"ana", "writer"});   // rows changed
//   auto row = sql.one("SELECT id, role FROM users WHERE name = $1", {"ana"});
//   if (row && *row) (*row)->text(1)
//
// Belongs to the transaction that hands it out (store.h), on one thread. What the database refuses
// is an Error, and so is what `visit` returns; the transaction is then undone, whatever comes
// after. Alike in both: LIKE minds case, text is ordered by its bytes, INSERT … RETURNING (read it
// with one()) and ON CONFLICT. Not alike: where NULL is ordered (say NULLS FIRST or NULLS LAST).

#pragma once

#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

#include "core/base/clock.h"
#include "core/base/result.h"

namespace kb::store {

class Value {
 public:
  Value(std::nullptr_t) {}
  Value(std::int64_t number) : held_(number) {}
  Value(int number) : held_(std::int64_t{number}) {}
  Value(double number) : held_(number) {}
  Value(bool truth) : held_(std::int64_t{truth ? 1 : 0}) {}
  Value(Time time) : held_(std::int64_t{time.time_since_epoch().count()}) {}
  Value(std::string text) : held_(std::move(text)) {}
  Value(std::string_view text) : held_(std::string(text)) {}
  Value(const char* text) : held_(std::string(text)) {}
  template <class T>
  Value(const std::optional<T>& maybe) {
    if (maybe) *this = Value(*maybe);
  }

  using Held = std::variant<std::nullptr_t, std::int64_t, double, std::string>;
  const Held& held() const { return held_; }

 private:
  Held held_ = nullptr;
};

using Values = std::initializer_list<Value>;

// Valid for as long as the caller keeps it; columns count from 0. A column read as what it is not
// gives 0 or "".
class Row {
 public:
  explicit Row(std::vector<Value> columns) : columns_(std::move(columns)) {}

  std::size_t size() const { return columns_.size(); }
  bool is_null(std::size_t column) const;
  const std::string& text(std::size_t column) const;
  std::int64_t integer(std::size_t column) const;
  double number(std::size_t column) const;
  Time time(std::size_t column) const;
  std::optional<std::int64_t> maybe_integer(std::size_t column) const;
  std::optional<Time> maybe_time(std::size_t column) const;

 private:
  std::vector<Value> columns_;
};

class Sql {
 public:
  using EachRow = std::function<Result<void>(const Row&)>;

  virtual ~Sql() = default;

  // Statements are kept prepared: pass literals, and values apart from them.
  virtual Result<std::int64_t> change(std::string_view statement,
                                      std::span<const Value> values) = 0;
  // Row by row, so that a large table needs no memory; `visit` must not use this Sql.
  virtual Result<void> each(std::string_view statement, std::span<const Value> values,
                            const EachRow& visit) = 0;

  Result<std::int64_t> change(std::string_view statement, Values values = {}) {
    return change(statement, std::span(values.begin(), values.size()));
  }
  Result<void> each(std::string_view statement, Values values, const EachRow& visit) {
    return each(statement, std::span(values.begin(), values.size()), visit);
  }
  Result<std::vector<Row>> all(std::string_view statement, Values values = {});
  Result<std::optional<Row>> one(std::string_view statement, Values values = {});  // the first

  // All rows, each as what `of` makes of it.
  template <class Of>
  auto list(std::string_view statement, Values values, const Of& of)
      -> Result<std::vector<std::invoke_result_t<const Of&, const Row&>>> {
    std::vector<std::invoke_result_t<const Of&, const Row&>> items;
    auto done = each(statement, values, [&](const Row& row) -> Result<void> {
      items.push_back(of(row));
      return {};
    });
    if (!done) return fail(done.error());
    return items;
  }

  // INSERT … RETURNING id: the number that the row was given.
  Result<std::int64_t> added(std::string_view statement, Values values);
};

}  // namespace kb::store
