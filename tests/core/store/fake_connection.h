// A connection that only writes down what is asked of it.
//
//   std::vector<std::string> calls;
//   FakeConnection connection(calls);            // calls: "begin", "UPDATE …", "commit"
//
// Fails the statement "wrong", and to commit where `commits` is false. One thread.

#pragma once

#include <string>
#include <vector>

#include "core/store/connection.h"

namespace kb::store {

class FakeConnection final : public Connection {
 public:
  explicit FakeConnection(std::vector<std::string>& calls, bool commits = true)
      : calls_(calls), commits_(commits) {}

  Result<std::int64_t> change(std::string_view statement, std::span<const Value>) override {
    calls_.emplace_back(statement);
    if (statement == "wrong") return fail("refused");
    return 1;
  }
  Result<void> each(std::string_view statement, std::span<const Value>,
                    const EachRow& visit) override {
    calls_.emplace_back(statement);
    return visit(Row({Value(1)}));
  }
  Result<void> begin() override { return noted("begin"); }
  Result<void> commit() override {
    if (auto done = noted("commit"); !commits_) return fail("cannot commit");
    return {};
  }
  void rollback() override { calls_.emplace_back("rollback"); }
  std::string dialect(std::string_view statement) const override { return std::string(statement); }
  Result<bool> has_table(std::string_view) override { return false; }
  std::string name() const override { return "fake"; }

 private:
  Result<void> noted(const char* call) {
    calls_.emplace_back(call);
    return {};
  }

  std::vector<std::string>& calls_;
  const bool commits_;
};

}  // namespace kb::store
