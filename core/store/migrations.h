// What makes a store's tables, version by version; forward only.
//
//   for (const Migration& step : migrations())      // in order, from the store's own version on
//     if (step.version > version) run(step.statements);
//
// A step that has been published never changes: a new one follows it. Pure, thread-safe.

#pragma once

#include <span>
#include <string_view>

namespace kb::store {

// Statements end with ";\n". {id} stands for the key that the database gives out, and TEXT is
// ordered by its bytes in both databases.
struct Migration {
  int version;
  std::string_view statements;
};

std::span<const Migration> migrations();

}  // namespace kb::store
