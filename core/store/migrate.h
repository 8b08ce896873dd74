// Brings a store's tables up to this program's version, or says why it cannot be used.
//
//   if (auto done = migrate(connection, migrations()); !done) return done;        // for writing
//   if (auto done = check_version(connection, migrations()); !done) return done;  // for reading
//
// Each step is one transaction, so that a crash leaves a version that is whole. Several processes
// may migrate one PostgreSQL store at once: they take turns. Belongs to the connection's thread.

#pragma once

#include <span>

#include "core/base/result.h"
#include "core/store/connection.h"
#include "core/store/migrations.h"

namespace kb::store {

Result<void> migrate(Connection& connection, std::span<const Migration> steps);
Result<void> check_version(Connection& connection, std::span<const Migration> steps);

}  // namespace kb::store
