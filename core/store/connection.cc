#include "core/store/connection.h"

#include <optional>

namespace kb::store {
namespace {

// Remembers what failed first, and does nothing more after it: as PostgreSQL does by itself.
class Transaction final : public Sql {
 public:
  explicit Transaction(Connection& connection) : connection_(connection) {}

  Result<std::int64_t> change(std::string_view statement, std::span<const Value> values) override {
    return guarded(values, [&] { return connection_.change(statement, values); });
  }
  Result<void> each(std::string_view statement, std::span<const Value> values,
                    const EachRow& visit) override {
    return guarded(values, [&] { return connection_.each(statement, values, visit); });
  }

  const std::optional<Error>& failure() const { return failure_; }

 private:
  template <class Work>
  auto guarded(std::span<const Value> values, const Work& work) -> decltype(work()) {
    if (failure_) return fail(*failure_);
    // PostgreSQL keeps none, and would cut the text there.
    for (const Value& value : values)
      if (const auto* text = std::get_if<std::string>(&value.held());
          text && text->find('\0') != std::string::npos)
        failure_ = Error{"a text with a zero byte cannot be stored", connection_.name(), {}};
    if (failure_) return fail(*failure_);
    auto done = work();
    if (!done) failure_ = done.error();
    return done;
  }

  Connection& connection_;
  std::optional<Error> failure_;
};

class RollbackUnlessCommitted {
 public:
  explicit RollbackUnlessCommitted(Connection& connection) : connection_(connection) {}
  ~RollbackUnlessCommitted() {
    if (!committed_) connection_.rollback();
  }
  RollbackUnlessCommitted(const RollbackUnlessCommitted&) = delete;
  RollbackUnlessCommitted& operator=(const RollbackUnlessCommitted&) = delete;

  Result<void> commit() {
    auto done = connection_.commit();
    committed_ = done.has_value();
    return done;
  }

 private:
  Connection& connection_;
  bool committed_ = false;
};

}  // namespace

Result<void> in_transaction(Connection& connection, const std::function<Result<void>(Sql&)>& work) {
  if (auto begun = connection.begin(); !begun) return begun;
  RollbackUnlessCommitted open(connection);
  Transaction transaction(connection);
  if (auto done = work(transaction); !done) return done;
  if (transaction.failure()) return fail(*transaction.failure());
  return open.commit();
}

}  // namespace kb::store
